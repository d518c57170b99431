import type { TrendComparison, TrendQuery, TrendReport } from '#contract/api.js';
import { bucketsOf } from '#reporting/buckets.js';
import { askedComparisons } from '#reporting/comparisons.js';
import {
  comparedSeries,
  seriesOf,
  topGroups,
  trendGranularity,
  trendReport,
  type RangeSeries,
  type TopGroups,
} from '#reporting/trend.js';
import type { Granularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import { metricValues } from '../bases/metric-values.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { keyList, type KeyList } from './key-list.js';

/**
 * Metrics over time, each counted for each bucket itself; a comparison's series stays whole and aligns by index. With
 * `breakdown_by` the series are the top values of a dimension over the whole range, and `others` is counted over the rest.
 */
export async function trend(asked: Asked<TrendQuery>): Promise<TrendReport> {
  const { query } = asked;
  const granularityOf = (range: TimeRange) => trendGranularity(query, range);
  const question = await resolveRanged(asked, granularityOf);
  const granularity = granularityOf(question.range);
  const keys = query.breakdown_by === undefined ? null : await topKeys(question, query, query.breakdown_by);
  const series = await measureSeries(question, query, question.range, granularity, keys);
  const comparisons: TrendComparison[] = [];
  for (const one of askedComparisons(question, query)) {
    comparisons.push(comparedSeries(one, await measureSeries(question, query, one.range, granularity, keys)));
  }
  return trendReport(question, granularity, keys, series, comparisons);
}

/** The keys that get a series of their own, and the list that they are chosen from. */
interface TopKeys extends TopGroups {
  readonly list: KeyList;
}

async function topKeys(question: RangedQuestion, query: TrendQuery, dimension: string): Promise<TopKeys> {
  const list = await keyList(question, dimension, query.metrics);
  return { ...topGroups(list.groups, list.keyOf, query), list };
}

async function measureSeries(
  question: RangedQuestion,
  { metrics }: TrendQuery,
  range: TimeRange,
  granularity: Granularity,
  keys: TopKeys | null,
): Promise<RangeSeries> {
  const buckets = bucketsOf(question, range, granularity);
  const values = await metricValues(question, metrics, buckets, keys?.list.choose(keys.top, true) ?? null);
  const valueOf = (metric: string, group: number, bucket: number) => values.valueOf(metric, group, bucket);
  return seriesOf(metrics, buckets, keys, valueOf, values.currency);
}
