import type { EventQuery, EventReport } from '#contract/api.js';
import type { AskContext, Scope } from '#contract/report-source.js';
import { bucketsOf, named } from '#reporting/buckets.js';
import { sortByValue, withDefaults } from '#reporting/event.js';
import type { EngineHost } from '../host.js';
import { count } from '../reducers/count.js';
import { distinctPeople } from '../reducers/distinct-people.js';
import { greatestField, leastField, numberFieldOf, presentField, sumField } from '../reducers/field-values.js';
import type { Reducer, Cells } from '../reducers/reducer.js';
import { CHUNK_SIZE, type Facts } from '../scan/facts.js';
import { periodsOf, type Period } from '../scan/periods.js';
import { scan } from '../scan/scan.js';
import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { resolveRanged, type RangedQuestion } from './question.js';
import { rowGroups, type RowGroups } from './row-groups.js';

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
  const groups = rowGroups(log, (query.group_by ?? []).map(question.dimension));
  const wanted = wantedCodes(log.store, query.event, context.orRole ?? false);
  const measureBy = measurer(question, query, wanted, groups);
  const isKnown = range.start < asOf;
  const all = isKnown ? measureBy([whole], { count: roomFor(groups, measureBy, whole), of: null }) : [];
  const ordered = orderGroups(groups, all, order);
  const [top, rest] = [ordered.slice(0, limit), ordered.slice(limit)];
  const places = placesOf(groups, top, rest, top.length);
  // A range that is one bucket has been counted already, but for the others.
  const isOne = buckets.length === 1 && rest.length === 0;
  const values = isOne ? top.map((group) => all[group] ?? null) : measureBy(buckets, places);
  const { count: known } = periodsOf(buckets, asOf);
  const seriesOf = (index: number) =>
    buckets.map((_, bucket) => (bucket < known ? values[index * known + bucket]! : null));
  const others = () => measureBy([whole], placesOf(groups, [], rest, 0))[0] ?? null;
  return {
    meta: { ...question.meta, granularity },
    buckets: named(buckets),
    series: top.map((group, index) => ({ key: groups.keyOf(group), values: seriesOf(index) })),
    totals: top.map((group) => ({ key: groups.keyOf(group), value: all[group] ?? null })),
    others: rest.length === 0 ? null : { row_count: rest.length, values: seriesOf(top.length), value: others() },
  };
}

/** Which place of the answer a group of rows counts in, −1 for none; without `of` each in its own. */
interface Places {
  readonly count: number;
  readonly of: Int32Array | null;
}

function placesOf(groups: RowGroups, top: readonly number[], rest: readonly number[], placeOfRest: number): Places {
  const of = new Int32Array(groups.count).fill(-1);
  top.forEach((group, index) => (of[group] = index));
  for (const group of rest) of[group] = placeOfRest;
  return { count: placeOfRest + 1, of };
}

/** Groups are met while rows are read: where there could be very many, a first reading only meets them. */
function roomFor(groups: RowGroups, measureBy: Measurer, whole: Period): number {
  if (groups.most <= FEW_GROUPS) return groups.most;
  measureBy([whole], { count: 0, of: new Int32Array() });
  return groups.count;
}

/** For so many groups room is made in advance. */
const FEW_GROUPS = 1 << 12;

type Measurer = (periods: readonly Period[], places: Places) => (number | null)[];

/** By event code, 1 where the events are counted. */
function wantedCodes(store: Store, name: string, orRole: boolean): Uint8Array {
  const code = store.dictionary('event').codeOf(name);
  const role = orRole ? (roleCodes as Readonly<Record<string, number>>)[name] : undefined;
  return Uint8Array.from(store.roles, (plays, event) => +(event !== 0 && (event === code || plays === role)));
}

function measurer(
  { log, matches, asOf }: RangedQuestion,
  query: EventQuery,
  wanted: Uint8Array,
  groups: RowGroups,
): Measurer {
  const found = new Uint32Array(CHUNK_SIZE);
  return (asked, places) => {
    const periods = periodsOf(asked, asOf);
    const measure = measureOf(log.store, query, { groups: places.count, periods });
    scan(log, { kind: 'events', wanted }, { periods, span: 'within', matches, grouping: null }, (facts) => {
      groups.find(facts, found);
      keepPlaced(facts, found, places, periods.count);
      measure.add(facts);
    });
    return measure.values();
  };
}

/** Moves facts to the cells of their groups, dropping those that are in none. */
function keepPlaced(facts: Facts, groups: Uint32Array, { of }: Places, periods: number): void {
  const { person, row, cell, length } = facts;
  if (!of) {
    for (let index = 0; index < length; index++) cell[index]! += groups[index]! * periods;
    return;
  }
  let kept = 0;
  for (let index = 0; index < length; index++) {
    const place = of[groups[index]!] ?? -1;
    if (place < 0) continue;
    person[kept] = person[index]!;
    row[kept] = row[index]!;
    cell[kept] = place * periods + cell[index]!;
    kept++;
  }
  facts.length = kept;
}

interface Measure {
  add(facts: Facts): void;
  values(): (number | null)[];
}

function measureOf(store: Store, { measure, field }: EventQuery, cells: Cells): Measure {
  const read = numberFieldOf(store, field ?? '');
  switch (measure) {
    case 'total':
      return one(count(cells));
    case 'users':
      return one(distinctPeople(cells));
    case 'per_user':
      return quotient(count(cells), distinctPeople(cells));
    case 'sum':
      return one(sumField(read)(cells));
    case 'avg':
      return quotient(sumField(read)(cells), presentField(read)(cells));
    case 'min':
      return one(leastField(read)(cells));
    case 'max':
      return one(greatestField(read)(cells));
  }
}

function one(reducer: Reducer): Measure {
  return {
    add: (facts) => reducer.add(facts),
    values: () => Array.from(reducer.finish(), (value) => (Number.isFinite(value) ? value : null)),
  };
}

function quotient(top: Reducer, bottom: Reducer): Measure {
  return {
    add(facts) {
      top.add(facts);
      bottom.add(facts);
    },
    values() {
      const divisors = bottom.finish();
      return Array.from(top.finish(), (value, cell) => (divisors[cell] === 0 ? null : value / divisors[cell]!));
    },
  };
}

function orderGroups(groups: RowGroups, all: readonly (number | null)[], order: 'value' | '-value'): number[] {
  const valued = Array.from({ length: groups.count }, (_, group) => ({
    group,
    key: groups.keyOf(group),
    value: all[group] ?? null,
  }));
  return sortByValue(valued, order).map(({ group }) => group);
}
