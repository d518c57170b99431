import { type FunnelGroup, type FunnelQuery, type FunnelReport, type FunnelStep } from '#contract/api.js';
import { type Scope } from '#contract/report-source.js';
import { type EngineHost } from '../host.js';
import { type Match } from '../scan/match.js';
import { type ScopeLog } from '../scan/scope-log.js';
import { roleCodes } from '../store/roles.js';
import { type Store } from '../store/store.js';
import { ChainFinder } from './funnel-chain.js';
import { quantile } from './quantile.js';
import { resolveRanged } from './question.js';
import { compareKeys, rowGroups } from './row-groups.js';

/**
 * How far users come through ordered steps. Per user the longest chain of steps 1…k counts, each event later than the
 * one before (equal times: in ingestion order), all in the range and within the window of the chain's first event (the
 * end included); other events may lie between, and one event serves one step. Of a user's longest chains the one that
 * completes earliest counts, of these the one that starts latest; its steps in between are taken as early as they come.
 *
 * A step names a raw event or a role. The question's filters apply to every step. A user's group is the value on the
 * chain's first event, so groups add up.
 */
export function funnel(host: EngineHost, scope: Scope, query: FunnelQuery): FunnelReport {
  const question = resolveRanged(host, scope, query);
  const { log, range, asOf, meta } = question;
  const names = query.steps.map((step) => step.event);
  if (range.start >= asOf) return { meta, steps: unknownSteps(names), groups: [] };
  const servable = query.steps.map((step): StepEvents => ({
    codes: eventsNamed(log.store, step.event),
    matches: question.matchesOf([...(query.filters ?? []), ...(step.filters ?? [])]),
  }));
  const windowMs = query.window_seconds === undefined ? Infinity : query.window_seconds * 1000;
  const groups = rowGroups(log, (query.group_by ?? []).map(question.dimension));
  const whole = new StepTimes(names.length);
  const ofGroups: StepTimes[] = [];
  walkPeople(log, servable, range.start, Math.min(range.end, asOf), windowMs, (chain, slice, row) => {
    whole.add(chain);
    if (!query.group_by?.length) return;
    const group = groups.groupOf(log.slices[slice]!, row);
    (ofGroups[group] ??= new StepTimes(names.length)).add(chain);
  });
  const grouped = ofGroups.map((times, group): FunnelGroup => ({
    key: groups.keyOf(group),
    steps: times.steps(names),
  }));
  const usersOf = (group: FunnelGroup) => group.steps[0]?.users ?? 0;
  grouped.sort((a, b) => usersOf(b) - usersOf(a) || compareKeys(a.key, b.key));
  return { meta, steps: whole.steps(names), groups: grouped };
}

/** The events that can serve a step. */
interface StepEvents {
  /** By event code, 1 where the name or role is the step's. */
  readonly codes: Uint8Array;
  readonly matches: readonly Match[];
}

function eventsNamed(store: Store, name: string): Uint8Array {
  const code = store.dictionary('event').codeOf(name);
  const role = (roleCodes as Readonly<Record<string, number>>)[name] ?? -1;
  return Uint8Array.from(store.roles, (roleOfCode, event) =>
    event !== 0 && (event === code || roleOfCode === role) ? 1 : 0,
  );
}

/** Gives each person's chain (the times of its steps) and its first event. */
type ChainVisitor = (chain: readonly number[], slice: number, row: number) => void;

function walkPeople(
  log: ScopeLog,
  steps: readonly StepEvents[],
  from: number,
  to: number,
  windowMs: number,
  visit: ChainVisitor,
): void {
  const { slices, members } = log;
  const stepsOfCode = new Uint16Array(log.store.dictionary('event').size);
  steps.forEach(({ codes }, step) => codes.forEach((serves, code) => (stepsOfCode[code]! |= serves << step)));
  const isFiltered = steps.some(({ matches }) => matches.some((match) => match.rows !== null));
  const finder = new ChainFinder(steps.length, windowMs);
  let member = 0;
  while (member < members.count) {
    const person = members.person[member]!;
    finder.restart(members.person[member + 1] !== person);
    for (; members.person[member] === person; member++) {
      const slice = members.slice[member]!;
      const { ts, offsets, codes, sequence } = slices[slice]!.segment;
      const events = codes.get('event')!;
      const user = members.user[member]!;
      const end = offsets[user + 1]!;
      for (let row = offsets[user]!; row < end; row++) {
        let serves = stepsOfCode[events[row]!]!;
        if (serves === 0) continue;
        const time = ts[row]!;
        if (!(time >= from && time < to)) continue;
        if (isFiltered) serves = matchingSteps(serves, steps, slice, row);
        if (serves !== 0) finder.add(time, serves, slice, row, sequence[row]!);
      }
    }
    const chain = finder.finish();
    if (chain) visit(chain.times, chain.slice, chain.row);
  }
}

function matchingSteps(serves: number, steps: readonly StepEvents[], slice: number, row: number): number {
  let matching = serves;
  for (let step = 0; step < steps.length; step++) {
    const rows = steps[step]!.matches[slice]!.rows;
    if (rows && (serves & (1 << step)) !== 0 && !rows.has(row)) matching &= ~(1 << step);
  }
  return matching;
}

/** Collects the times between the steps of chains. */
class StepTimes {
  readonly #users: Float64Array;
  readonly #times: number[][];

  constructor(steps: number) {
    this.#users = new Float64Array(steps);
    this.#times = Array.from({ length: steps }, () => []);
  }

  add(chain: readonly number[]): void {
    for (let step = 0; step < chain.length; step++) {
      this.#users[step]!++;
      if (step > 0) this.#times[step]!.push(chain[step]! - chain[step - 1]!);
    }
  }

  steps(names: readonly string[]): FunnelStep[] {
    return names.map((event, step) => {
      const [users, first, before] = [this.#users[step]!, this.#users[0]!, this.#users[step - 1]];
      const sorted = Float64Array.from(this.#times[step]!).sort();
      return {
        event,
        users,
        conversion_rate: first === 0 ? null : users / first,
        step_conversion_rate: !before ? null : users / before,
        drop_off: before === undefined ? null : before - users,
        median_seconds: seconds(quantile(sorted, 0.5)),
        p90_seconds: seconds(quantile(sorted, 0.9)),
      };
    });
  }
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

function unknownSteps(names: readonly string[]): FunnelStep[] {
  return names.map((event) => ({
    event,
    users: null,
    conversion_rate: null,
    step_conversion_rate: null,
    drop_off: null,
    median_seconds: null,
    p90_seconds: null,
  }));
}
