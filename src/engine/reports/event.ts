import type { EventQuery, EventReport } from '#contract/api.js';
import type { AskContext, Scope } from '#contract/report-source.js';
import { bucketsOf, named } from '#reporting/buckets.js';
import { sortByValue, withDefaults } from '#reporting/event.js';
import type { EngineHost } from '../host.js';
import { groupsOfEvents, regrouped, type EventGroups, type ValueGroups } from '../scan/event-groups.js';
import { periodsOf, type Period } from '../scan/periods.js';
import { scan } from '../scan/scan.js';
import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { eventMeasure, type EventMeasure } from './event-measure.js';
import { resolveRanged, type RangedQuestion } from './question.js';

/**
 * One event by its raw name: how many (`total`), by how many users, per user, or the sum, average, least or greatest of
 * a numeric field; by hour, day or over the whole range, grouped by up to two fields. Each bucket is counted for itself,
 * and `others` over all groups beyond the limit together. An average, least or greatest of nothing is `null`. Where the
 * context says so, the name may be a role too, and then stands for every event that plays it.
 */
export function event(host: EngineHost, scope: Scope, query: EventQuery, context: AskContext = {}): EventReport {
  const { granularity, order, limit } = withDefaults(query);
  const question = resolveRanged(host, scope, query, () => granularity);
  const { range, asOf, log } = question;
  const buckets = bucketsOf(question, range, granularity);
  const whole: Period = { start: range.start, end: range.end, before: range };
  const wanted = wantedCodes(log.store, query.event, context.orRole ?? false);
  const groups = groupsOfEvents(log, wanted, (query.group_by ?? []).map(question.dimension));
  const measureBy = measurer(question, query, wanted);
  const all = range.start < asOf ? measureBy([whole], groups) : null;
  const allValues = all?.values() ?? [];
  const ordered = orderGroups(groups, metGroups(groups, query, all), allValues, order);
  const [top, rest] = [ordered.slice(0, limit), ordered.slice(limit)];
  // A range that is one bucket has been counted already, but for the others.
  const isOne = buckets.length === 1 && rest.length === 0;
  const placed = () => placesOf(groups, top, rest, top.length);
  const values = isOne ? top.map((group) => allValues[group] ?? null) : measureBy(buckets, placed()).values();
  const { count: known } = periodsOf(buckets, asOf);
  const seriesOf = (index: number) =>
    buckets.map((_, bucket) => (bucket < known ? values[index * known + bucket]! : null));
  const others = () => measureBy([whole], placesOf(groups, [], rest, 0)).values()[0] ?? null;
  return {
    meta: { ...question.meta, granularity },
    buckets: named(buckets),
    series: top.map((group, index) => ({ key: groups.keyOf(group), values: seriesOf(index) })),
    totals: top.map((group) => ({ key: groups.keyOf(group), value: allValues[group] ?? null })),
    others: rest.length === 0 ? null : { row_count: rest.length, values: seriesOf(top.length), value: others() },
  };
}

/** The groups that are shown, each in its place of the answer, and all that are not in one after them. */
function placesOf(
  groups: EventGroups,
  top: readonly number[],
  rest: readonly number[],
  placeOfRest: number,
): EventGroups {
  const target = new Int32Array(groups.count).fill(-1);
  top.forEach((group, index) => (target[group] = index));
  for (const group of rest) target[group] = placeOfRest;
  return regrouped(groups, target, placeOfRest + 1);
}

/** By event code, 1 where the events are counted. */
function wantedCodes(store: Store, name: string, orRole: boolean): Uint8Array {
  const code = store.dictionary('event').codeOf(name);
  const role = orRole ? (roleCodes as Readonly<Record<string, number>>)[name] : undefined;
  return Uint8Array.from(store.roles, (plays, event) => +(event !== 0 && (event === code || plays === role)));
}

type Measurer = (periods: readonly Period[], groups: EventGroups) => EventMeasure;

function measurer({ log, matches, asOf }: RangedQuestion, query: EventQuery, wanted: Uint8Array): Measurer {
  return (asked, groups) => {
    const periods = periodsOf(asked, asOf);
    const measure = eventMeasure(log.store, query, { groups: groups.count, periods });
    const source = { kind: 'events', wanted, groups } as const;
    scan(log, source, { periods, span: 'within', matches, grouping: null }, (facts) => measure.add(facts));
    return measure;
  };
}

/** The groups that any event of the range is in; without a field to group by, all are in one, even where there are none. */
function metGroups({ count }: EventGroups, { group_by: fields = [] }: EventQuery, all: EventMeasure | null): number[] {
  const counts = all?.counts();
  const isMet = (group: number) => fields.length === 0 || (counts !== undefined && counts[group]! > 0);
  return Array.from({ length: count }, (_, group) => group).filter(isMet);
}

function orderGroups(
  { keyOf }: ValueGroups,
  met: readonly number[],
  values: readonly (number | null)[],
  order: 'value' | '-value',
): number[] {
  const valued = met.map((group) => ({ group, key: keyOf(group), value: values[group] ?? null }));
  return sortByValue(valued, order).map(({ group }) => group);
}
