import type { ReservedEvent } from '#contract/events.js';
import type { Facts } from '../scan/facts.js';
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
import type { Cells, Reducer } from './reducer.js';

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

/** What was measured in groups, and over all of them together. */
export interface Measured {
  readonly inGroups: BaseValues;
  /** A value for each period; only of metrics that do not add up over groups, such as people. */
  readonly overall: BaseValues;
}

/** Computes base metrics; those that read the same facts share one scan of the log. */
export function measure(metrics: Iterable<string>, measurement: Measurement): BaseValues {
  return measureScans(metrics, measurement, () => false).inGroups;
}

/** Computes base metrics in groups, and in the same scans over all groups together what their values do not tell. */
export function measureWithOverall(metrics: Iterable<string>, measurement: Measurement): Measured {
  return measureScans(metrics, measurement, (id) => !isInOneGroup(id, measurement.grouping));
}

/** Whether each fact of a base metric is in one group, so that values add up. An open holds events of several values. */
export function isInOneGroup(id: string, grouping: Grouping | null): boolean {
  const { isSum, facts } = baseMetrics[id]!;
  return isSum && !(facts === 'opens' && grouping?.dimension.kind === 'event');
}

function measureScans(
  metrics: Iterable<string>,
  measurement: Measurement,
  isWantedOverall: (id: string) => boolean,
): Measured {
  const { log, periods, grouping } = measurement;
  const persons = log.slices.reduce((sum, { segment }) => sum + segment.users.length, 0);
  const [inGroups, overall] = [new Map<string, Float64Array>(), new Map<string, Float64Array>()];
  for (const { metric, ids } of byScan(metrics).values()) {
    const isTimely = metric.span === 'within' && !grouping && !log.isAcrossApps;
    const cells = { groups: grouping?.count ?? 1, periods, ...(isTimely && { persons }) };
    const reducers = new Reducers(ids, cells, log.store);
    const ofAll = new Reducers(ids.filter(isWantedOverall), { groups: 1, periods }, log.store);
    const source = sourceOf(metric.facts, log.store, measurement.newUserRule);
    const inTime = isTimely || ids.every((id) => baseMetrics[id]!.isSum);
    const isOfPeople = ids.every((id) => baseMetrics[id]!.isOfPeople);
    const beforeGroups = ofAll.isEmpty ? undefined : (facts: Facts) => ofAll.add(facts);
    const plan = { ...measurement, span: metric.span, inTime, isOfPeople, beforeGroups };
    scan(log, source, plan, (facts) => reducers.add(facts));
    reducers.finishInto(inGroups);
    ofAll.finishInto(overall);
  }
  return { inGroups, overall };
}

/** Reducers of several metrics that take the same facts. */
class Reducers {
  readonly #reducers: readonly (readonly [id: string, reducer: Reducer])[];

  constructor(ids: readonly string[], cells: Cells, store: Store) {
    this.#reducers = ids.map((id) => [id, baseMetrics[id]!.reducer(cells, store)]);
  }

  get isEmpty(): boolean {
    return this.#reducers.length === 0;
  }

  add(facts: Facts): void {
    for (const [, reducer] of this.#reducers) reducer.add(facts);
  }

  finishInto(values: Map<string, Float64Array>): void {
    for (const [id, reducer] of this.#reducers) values.set(id, reducer.finish());
  }
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
