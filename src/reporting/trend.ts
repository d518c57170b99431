import type { Series, TrendComparison, TrendQuery, TrendReport } from '#contract/api.js';
import type { Bucket } from '#time/buckets.js';
import { defaultGranularity, type Granularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import { named } from './buckets.js';
import type { AskedComparison } from './comparisons.js';
import type { Key } from './keys.js';
import type { RangedSubject } from './question.js';

/** The granularity that a question names, or that its range has. */
export function trendGranularity({ granularity }: Pick<TrendQuery, 'granularity'>, range: TimeRange): Granularity {
  return granularity ?? defaultGranularity(range);
}

/** The keys that get a series of their own, and how many others there are. */
export interface TopGroups {
  readonly keyOf: (group: number) => Key;
  readonly top: readonly number[];
  readonly rest: number;
}

/** The first of the groups in order. */
export function topGroups(
  groups: readonly number[],
  keyOf: (group: number) => Key,
  { limit = 50 }: Pick<TrendQuery, 'limit'>,
): TopGroups {
  return { keyOf, top: groups.slice(0, limit), rest: Math.max(0, groups.length - limit) };
}

/** The series of one range. */
export interface RangeSeries {
  readonly buckets: readonly Bucket[];
  readonly series: Series[];
  /** What all other keys have together. */
  readonly others: Series[];
  readonly currency: string | null;
}

/**
 * Cuts values into series.
 *
 * @param valueOf the value of a metric in a group, by its place among the top (the last for all others), and bucket.
 */
export function seriesOf(
  metrics: readonly string[],
  buckets: readonly Bucket[],
  groups: TopGroups | null,
  valueOf: (metric: string, group: number, bucket: number) => number | null,
  currency: string | null,
): RangeSeries {
  const ofGroup = (metric: string, group: number) => buckets.map((_, bucket) => valueOf(metric, group, bucket));
  const together = (group: number) => metrics.map((metric): Series => ({ metric, values: ofGroup(metric, group) }));
  if (!groups) return { buckets, currency, others: [], series: together(0) };
  const { keyOf, top } = groups;
  const series = metrics.flatMap((metric) =>
    top.map((key, group): Series => {
      const { key: text, label } = keyOf(key);
      return { metric, key: text, ...(label === null ? {} : { label }), values: ofGroup(metric, group) };
    }),
  );
  return { buckets, series, others: together(top.length), currency };
}

/** The series of a range that a trend is compared with. */
export function comparedSeries({ kind, range }: AskedComparison, { buckets, series }: RangeSeries): TrendComparison {
  return { kind, range: range.label, buckets: named(buckets), series };
}

/** The answer. */
export function trendReport(
  { meta }: RangedSubject,
  granularity: Granularity,
  groups: TopGroups | null,
  { buckets, series, others, currency }: RangeSeries,
  comparisons: TrendComparison[],
): TrendReport {
  return {
    meta: { ...meta, granularity, currency },
    buckets: named(buckets),
    series,
    comparisons,
    ...(groups ? { others: groups.rest > 0 ? { row_count: groups.rest, series: others } : null } : {}),
  };
}
