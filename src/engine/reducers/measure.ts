import type { ReservedEvent } from '#contract/events.js';
import type { Grouping } from '../scan/grouping.js';
import type { Match } from '../scan/match.js';
import type { Zone } from '#time/zone.js';
import type { NewUserRule } from '../scan/newcomers.js';
import type { Periods } from '../scan/periods.js';
import { type FactSource, scan } from '../scan/scan.js';
import type { ScopeLog } from '../scan/scope-log.js';
import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { baseMetrics, type BaseMetric, type MetricFacts } from './base-metrics.js';
import type { Reducer } from './reducer.js';

/** What to measure and on what. */
export interface Measurement {
  readonly log: ScopeLog;
  readonly matches: readonly Match[];
  readonly periods: Periods;
  readonly grouping: Grouping | null;
  readonly newUserRule: NewUserRule;
  /** The zone of the periods, where they may be of whole days. */
  readonly zone?: Zone;
}

/** The values of base metrics before they are divided: one for each group and period, group by group. */
export type BaseValues = ReadonlyMap<string, Float64Array>;

/** Computes base metrics; those that read the same facts share one scan of the log. */
export function measure(metrics: Iterable<string>, measurement: Measurement): BaseValues {
  const { log, periods, grouping } = measurement;
  const cells = { groups: grouping?.count ?? 1, periods };
  const persons = log.slices.reduce((sum, { segment }) => sum + segment.users.length, 0);
  const values = new Map<string, Float64Array>();
  for (const { metric, ids } of byScan(metrics).values()) {
    const isTimely = metric.span === 'within' && !grouping && !log.isAcrossApps;
    const mixed = isTimely ? { ...cells, persons } : cells;
    const reducers = ids.map((id): [string, Reducer] => [id, baseMetrics[id]!.reducer(mixed, log.store)]);
    const source = sourceOf(metric.facts, log.store, measurement.newUserRule);
    const inTime = isTimely || ids.every((id) => baseMetrics[id]!.isSum);
    const isOfPeople = ids.every((id) => baseMetrics[id]!.isOfPeople);
    const plan = { ...measurement, span: metric.span, inTime, isOfPeople };
    scan(log, source, plan, (facts) => {
      for (const [, reducer] of reducers) reducer.add(facts);
    });
    for (const [id, reducer] of reducers) values.set(id, reducer.finish());
  }
  return values;
}

function byScan(metrics: Iterable<string>): Map<string, { metric: BaseMetric; ids: string[] }> {
  const scans = new Map<string, { metric: BaseMetric; ids: string[] }>();
  for (const id of new Set(metrics)) {
    const metric = baseMetrics[id];
    if (!metric) throw new RangeError(`“${id}” is not computed from events.`);
    const key = `${metric.span}:${String(metric.facts)}`;
    const shared = scans.get(key);
    if (shared) shared.ids.push(id);
    else scans.set(key, { metric, ids: [id] });
  }
  return scans;
}

function sourceOf(facts: MetricFacts, store: Store, rule: NewUserRule): FactSource {
  if (facts === 'newcomers') return { kind: facts, rule };
  if (facts === 'visits') return { kind: facts, wanted: eventsOfRoles(store, ['launch', 'page_view']) };
  if (typeof facts === 'string') return { kind: facts };
  return { kind: 'events', wanted: eventsOfRoles(store, facts) };
}

/** By event code, 1 where the event plays one of the roles. */
export function eventsOfRoles(store: Store, wanted: readonly ReservedEvent[]): Uint8Array {
  const codes = new Set(wanted.map((role) => roleCodes[role]));
  return Uint8Array.from(store.roles, (role) => (codes.has(role) ? 1 : 0));
}
