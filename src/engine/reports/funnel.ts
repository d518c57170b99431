import type { FunnelQuery, FunnelReport, FunnelStep } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { funnelSteps, sortFunnelGroups, unknownSteps } from '#reporting/funnel.js';
import type { EngineHost } from '../host.js';
import type { ChainFinder } from './funnel-chain.js';
import { takeChains, type ChainTaker } from './funnel-chains.js';
import type { PersonEvents } from './funnel-events.js';
import { quantile } from './quantile.js';
import { resolveRanged } from './question.js';
import { rowGroups } from './row-groups.js';

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
  const groups = rowGroups(log, (query.group_by ?? []).map(question.dimension));
  const times = new ChainTimes(names.length, (slice, row) => groups.at(log.slices[slice]!, row));
  takeChains(question, query, query.group_by?.length ? times : times.whole);
  const grouped = times.ofGroups.map((ofGroup, group) => ({ key: groups.keyOf(group), steps: ofGroup.steps(names) }));
  return { meta, steps: times.whole.steps(names), groups: sortFunnelGroups(grouped) };
}

/** Collects the times of chains, of all together and of each group. */
class ChainTimes implements ChainTaker {
  readonly whole: StepTimes;
  readonly ofGroups: StepTimes[] = [];

  constructor(
    private readonly steps: number,
    private readonly groupAt: (slice: number, row: number) => number,
  ) {
    this.whole = new StepTimes(steps);
  }

  take(chain: ChainFinder, events: PersonEvents): void {
    this.whole.take(chain);
    const group = this.groupAt(...events.placeOf(chain.first));
    (this.ofGroups[group] ??= new StepTimes(this.steps)).take(chain);
  }
}

/** Collects the times between the steps of chains. */
class StepTimes implements ChainTaker {
  readonly #users: Float64Array;
  readonly #times: number[][];

  constructor(steps: number) {
    this.#users = new Float64Array(steps);
    this.#times = Array.from({ length: steps }, () => []);
  }

  take({ length, times }: ChainFinder): void {
    for (let step = 0; step < length; step++) {
      this.#users[step]!++;
      if (step > 0) this.#times[step]!.push(times[step]! - times[step - 1]!);
    }
  }

  steps(names: readonly string[]): FunnelStep[] {
    return funnelSteps(names, (step) => {
      const sorted = Float64Array.from(this.#times[step]!).sort();
      return { users: this.#users[step]!, medianMs: quantile(sorted, 0.5), p90Ms: quantile(sorted, 0.9) };
    });
  }
}
