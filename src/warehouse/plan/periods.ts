import type { Period } from '#reporting/period.js';
import type { Interval } from '#time/range.js';
import type { Dialect } from '../dialects/dialect.js';
import { instant, sql, wholes, type Sql } from '../sql.js';

/** Periods that join, each beginning where the one before ends, as far as there is data. */
export interface Periods {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Starts of the periods, and the end of the last. */
  readonly edges: readonly number[];
  readonly befores: readonly Interval[];
}

/** Joined periods: the last is cut at `asOf`, later ones are left out. */
export function periodsOf(periods: readonly Period[], asOf: number): Periods {
  const known = periods.filter((period) => period.start < asOf);
  const edges = known.map(({ start }) => start);
  const last = known.at(-1);
  if (last) edges.push(Math.min(last.end, asOf));
  return {
    count: known.length,
    start: edges[0] ?? Infinity,
    end: edges.at(-1) ?? -Infinity,
    edges,
    befores: known.map(({ before }) => before),
  };
}

/**
 * The number of the interval that holds an instant, `null` for none.
 *
 * @param intervals ascending and apart from each other.
 */
export function intervalAt(dialect: Dialect, intervals: readonly Interval[], at: Sql): Sql {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last) return dialect.nothing(at);
  const found = intervals.length === 1 ? sql`0` : placeAt(dialect, intervals, at);
  return sql`case when ${at} >= ${instant(first.start)} and ${at} < ${instant(last.end)} then ${found} end`;
}

/**
 * The number of the interval that holds an instant between the first start and the last end: a look into a bound list that
 * has an entry for every step between them, or the number of the step where each interval is one. Steps are as long as all
 * edges allow.
 */
function placeAt(dialect: Dialect, intervals: readonly Interval[], at: Sql): Sql {
  const first = intervals[0]!;
  const step = stepOf(intervals.flatMap(({ start, end }) => [start - first.start, end - first.start]));
  const entries: (number | null)[] = [];
  intervals.forEach(({ start, end }, index) => {
    while (first.start + entries.length * step < start) entries.push(null);
    while (first.start + entries.length * step < end) entries.push(index);
  });
  const place = dialect.wholeQuotient(sql`(${at} - ${instant(first.start)})`, sql`${instant(step)}`);
  return entries.every((entry, index) => entry === index) ? place : dialect.entryAt(sql`${wholes(entries)}`, place);
}

/**
 * The number of the period that holds an instant, `null` for none.
 *
 * @param isWithin whether the instant is known to lie within the periods.
 */
export function periodAt(dialect: Dialect, { edges, count }: Periods, at: Sql, isWithin = false): Sql {
  const intervals = Array.from({ length: count }, (_, index) => ({ start: edges[index]!, end: edges[index + 1]! }));
  const last = intervals.at(-1);
  if (!last || count === 1) return intervalAt(dialect, intervals, at);
  // The last period may end at any moment; its steps are those of the others, and what is later is cut off.
  const step = stepOf(edges.slice(0, -1).map((edge) => edge - edges[0]!));
  const whole = { start: last.start, end: last.start + Math.ceil((last.end - last.start) / step) * step };
  const place = placeAt(dialect, [...intervals.slice(0, -1), whole], at);
  if (isWithin) return place;
  return sql`case when ${at} >= ${instant(edges[0]!)} and ${at} < ${instant(last.end)} then ${place} end`;
}

function stepOf(distances: readonly number[]): number {
  return distances.reduce(greatestCommonDivisor, 0);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
