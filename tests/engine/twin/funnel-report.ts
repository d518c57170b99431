import type { FunnelNextQuery, FunnelQuery, FunnelStepQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { matcher, valueOf, type Value } from './match.js';
import { wholeOf } from './periods.js';
import { questionOf, type Question, type TwinSetting } from './question.js';
import { groups, type Happening } from './twin-log.js';

/** The type 7 quantile: linear interpolation between order statistics. */
function quantile(numbers: readonly number[], share: number): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

/** The chain that a user's events make: of the longest the one that completes earliest, of these the latest begun. */
function chainOf(events: readonly Happening[], steps: readonly ((event: Happening) => boolean)[], windowMs: number) {
  let best: Happening[] = [];
  let bestEnd = Infinity;
  events.forEach((first, start) => {
    if (!steps[0]!(first)) return;
    const chain = [first];
    let end = start;
    for (let at = start + 1; at < events.length && chain.length < steps.length; at++) {
      if (events[at]!.ts - first.ts > windowMs) break;
      if (!steps[chain.length]!(events[at]!)) continue;
      chain.push(events[at]!);
      end = at;
    }
    if (chain.length > best.length || (chain.length === best.length && end <= bestEnd)) {
      best = chain;
      bestEnd = end;
    }
  });
  return best;
}

function stepsOf(chains: readonly Happening[][], steps: readonly FunnelStepQuery[]) {
  const reached = (step: number) => chains.filter(({ length }) => length > step);
  return steps.map(({ event }, step) => {
    const users = reached(step).length;
    const first = reached(0).length;
    const before = step === 0 ? null : reached(step - 1).length;
    const seconds = step === 0 ? [] : reached(step).map((chain) => (chain[step]!.ts - chain[step - 1]!.ts) / 1000);
    return {
      event,
      users,
      conversion_rate: first === 0 ? null : users / first,
      step_conversion_rate: before === null || before === 0 ? null : users / before,
      drop_off: before === null ? null : before - users,
      median_seconds: quantile(seconds, 0.5),
      p90_seconds: quantile(seconds, 0.9),
    };
  });
}

function stepTest(question: Question, { event, filters = [] }: FunnelStepQuery): (event: Happening) => boolean {
  const match = matcher([...question.filters, ...filters], question.world.sources);
  return (happening) => (happening.raw.event === event || happening.role === event) && match.event(happening);
}

/** Everyone's events in the range, with the chain that they make; only of those whose chain begins. */
function chainsOf(world: TwinSetting, scope: Scope, query: FunnelQuery) {
  const question = questionOf(world, scope, query);
  const whole = wholeOf(question.range, question.zone);
  const tests = query.steps.map((step) => stepTest(question, step));
  const inRange = question.log.filter(({ ts }) => ts >= whole.start && ts < whole.end);
  const windowMs = query.window_seconds === undefined ? Infinity : query.window_seconds * 1000;
  return [...groups(inRange, ({ user }) => user).values()]
    .map((events) => ({ events, chain: chainOf(events, tests, windowMs) }))
    .filter(({ chain }) => chain.length > 0);
}

/** What those did next whose chain ended at a step: their five events after it, of any name. */
export function twinFunnelNext(world: TwinSetting, scope: Scope, query: FunnelNextQuery) {
  const left = chainsOf(world, scope, query).filter(({ chain }) => chain.length === query.step);
  const next = left.map(({ events, chain }) => {
    const after = events.slice(events.indexOf(chain.at(-1)!) + 1);
    return after.slice(0, 5).map(({ raw }) => raw.event);
  });
  return {
    users: left.length,
    ended: next.filter((events) => events.length === 0).length,
    events: [...new Set(next.flat())].map((event) => {
      const users = next.filter((events) => events.includes(event)).length;
      const next_users = next.filter((events) => events[0] === event).length;
      return { event, users, share: users / left.length, next_users, next_share: next_users / left.length };
    }),
  };
}

/** Funnel: how far each user's longest chain of steps goes, in all and by the group of its first event. */
export function twinFunnel(world: TwinSetting, scope: Scope, query: FunnelQuery) {
  const begun = chainsOf(world, scope, query).map(({ chain }) => chain);
  const keyOf = ([first]: Happening[]): Value[] =>
    (query.group_by ?? []).map((field) => valueOf(first!, field, world.sources));
  const byGroup = query.group_by?.length
    ? groups(begun, (chain) => JSON.stringify(keyOf(chain)))
    : new Map<string, Happening[][]>();
  return {
    steps: stepsOf(begun, query.steps),
    groups: [...byGroup].map(([key, members]) => ({
      key: JSON.parse(key) as Value[],
      steps: stepsOf(members, query.steps),
    })),
  };
}
