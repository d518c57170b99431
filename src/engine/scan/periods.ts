import { bucketEdges, BucketFinder } from '#time/buckets.js';
import type { Interval } from '#time/range.js';
import type { Zone } from '#time/zone.js';

/** A period and the whole period before it, which "retained" and "backflow" look back at. */
export interface Period extends Interval {
  readonly before: Interval;
}

/** Periods that join, each beginning where the one before ends. Nothing at or after their last end is counted. */
export interface Periods {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Starts of the periods, and the end of the last. */
  readonly edges: Float64Array;
  readonly befores: readonly Interval[];
  /** Finds the period that an instant falls in, −1 for none. */
  readonly finder: BucketFinder;
  /** Finds the stretches in which nothing begins or ends, neither a period nor one before. */
  readonly quiet: BucketFinder;
  /** Whether all periods, and those before, are made of whole days of a zone; the last may be cut at `asOf`. */
  areOfDays(zone: Zone): boolean;
}

/** Joined periods as far as there is data: the last is cut at `asOf`, later ones are left out. */
export function periodsOf(periods: readonly Period[], asOf: number): Periods {
  const known = periods.filter((period) => period.start < asOf);
  const edges = bucketEdges(known);
  if (known.length > 0) edges[known.length] = Math.min(edges[known.length]!, asOf);
  const befores = known.map((period) => period.before);
  const finder = new BucketFinder(edges);
  let quiet: BucketFinder | undefined;
  return {
    count: known.length,
    start: known.length > 0 ? edges[0]! : Infinity,
    end: known.length > 0 ? edges[known.length]! : -Infinity,
    edges,
    befores,
    finder,
    get quiet() {
      return (quiet ??= quietFinder(edges, befores));
    },
    areOfDays(zone) {
      const isMidnight = (ms: number) => zone.startOfDay(zone.dayNumberOf(ms)) === ms;
      return known.every(({ start, end, before }) => [start, end, before.start, before.end].every(isMidnight));
    },
  };
}

function quietFinder(edges: Float64Array, befores: readonly Interval[]): BucketFinder {
  const all = new Set(edges);
  for (const { start, end } of befores) all.add(start).add(end);
  return new BucketFinder(Float64Array.from(all).sort());
}
