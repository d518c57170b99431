import type { Series, TrendComparison, TrendQuery, TrendReport } from '#contract/api.js';
import { cutBuckets, type Bucket } from '#time/buckets.js';
import { defaultGranularity, type Granularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import { metricValues } from '../bases/metric-values.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { askedComparisons } from './asked-comparisons.js';
import { keyList, type KeyList } from './key-list.js';

/**
 * Metrics over time, each counted for each bucket itself; a comparison's series stays whole and aligns by index. With
 * `breakdown_by` the series are the top values of a dimension over the whole range, and `others` is counted over the rest.
 */
export async function trend(asked: Asked<TrendQuery>): Promise<TrendReport> {
  const { query } = asked;
  const granularityOf = (range: TimeRange): Granularity => query.granularity ?? defaultGranularity(range);
  const question = await resolveRanged(asked, granularityOf);
  const granularity = granularityOf(question.range);
  const keys = query.breakdown_by === undefined ? null : await topKeys(question, query, query.breakdown_by);
  const { buckets, series, others, currency } = await seriesOf(question, query, question.range, granularity, keys);
  const comparisons: TrendComparison[] = [];
  for (const { kind, range } of askedComparisons(question, query)) {
    const { buckets: cut, series: values } = await seriesOf(question, query, range, granularity, keys);
    comparisons.push({ kind, range: range.label, buckets: cut.map(toBucket), series: values });
  }
  return {
    meta: { ...question.meta, granularity, currency },
    buckets: buckets.map(toBucket),
    series,
    comparisons,
    ...(keys ? { others: keys.rest > 0 ? { row_count: keys.rest, series: others } : null } : {}),
  };
}

/** The keys that get a series of their own, and how many others there are. */
interface TopKeys {
  readonly list: KeyList;
  readonly top: readonly number[];
  readonly rest: number;
}

async function topKeys(
  question: RangedQuestion,
  { metrics, limit = 50 }: TrendQuery,
  dimension: string,
): Promise<TopKeys> {
  const list = await keyList(question, dimension, metrics);
  return { list, top: list.groups.slice(0, limit), rest: Math.max(0, list.groups.length - limit) };
}

async function seriesOf(
  question: RangedQuestion,
  { metrics }: TrendQuery,
  range: TimeRange,
  granularity: Granularity,
  keys: TopKeys | null,
): Promise<{ buckets: Bucket[]; series: Series[]; others: Series[]; currency: string | null }> {
  const { zone, asOf, profile } = question;
  const buckets = cutBuckets(zone, range, granularity, { asOf, weekStart: profile.week_start });
  const values = await metricValues(question, metrics, buckets, keys?.list.choose(keys.top, true) ?? null);
  const ofGroup = (metric: string, group: number) => buckets.map((_, bucket) => values.valueOf(metric, group, bucket));
  const { currency } = values;
  if (!keys)
    return { buckets, currency, others: [], series: metrics.map((metric) => ({ metric, values: ofGroup(metric, 0) })) };
  const series = metrics.flatMap((metric) =>
    keys.top.map((key, group): Series => {
      const { key: text, label } = keys.list.keyOf(key);
      return { metric, key: text, ...(label === null ? {} : { label }), values: ofGroup(metric, group) };
    }),
  );
  const others = metrics.map((metric) => ({ metric, values: ofGroup(metric, keys.top.length) }));
  return { buckets, series, others, currency };
}

function toBucket({ label, state }: Bucket): TrendReport['buckets'][number] {
  return { ...label, state };
}
