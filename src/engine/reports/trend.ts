import type { TrendComparison, TrendQuery, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
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
import type { EngineHost } from '../host.js';
import type { Steps } from '../steps.js';
import { keyTableOf, type KeyTable } from './key-table.js';
import { metricValues } from './metric-values.js';
import { resolveRanged, type RangedQuestion } from './question.js';
import { orderedGroups } from './ordered-groups.js';

/**
 * Metrics over time, each counted for each bucket itself. Buckets that start at or after the instant the data is as of
 * are `future` and hold `null`. A comparison's series stays whole and aligns by index.
 *
 * With `breakdown_by` the series are the top values of a dimension by the first metric over the whole range; `others` is
 * counted over the rest, not summed.
 */
export function* trend(host: EngineHost, scope: Scope, query: TrendQuery): Steps<TrendReport> {
  const granularityOf = (range: TimeRange) => trendGranularity(query, range);
  const question = resolveRanged(host, scope, query, granularityOf);
  const granularity = granularityOf(question.range);
  const groups = query.breakdown_by === undefined ? null : topKeys(question, query, query.breakdown_by);
  if (groups) yield;
  const series = measureSeries(question, query, question.range, granularity, groups);
  const comparisons: TrendComparison[] = [];
  for (const asked of askedComparisons(question, query)) {
    yield;
    comparisons.push(comparedSeries(asked, measureSeries(question, query, asked.range, granularity, groups)));
  }
  return trendReport(question, granularity, groups, series, comparisons);
}

/** The keys that get a series of their own, and the table that they are counted by. */
interface TopKeys extends TopGroups {
  readonly table: KeyTable;
}

function topKeys(question: RangedQuestion, query: TrendQuery, dimension: string): TopKeys {
  const table = keyTableOf(question, dimension);
  return { ...topGroups(orderedGroups(question, table, query.metrics).groups, table.keyOf, query), table };
}

function measureSeries(
  question: RangedQuestion,
  { metrics }: TrendQuery,
  range: TimeRange,
  granularity: Granularity,
  groups: TopKeys | null,
): RangeSeries {
  const buckets = bucketsOf(question, range, granularity);
  const values = metricValues(question, metrics, buckets, {
    grouping: groups?.table.regroup(groups.top, true) ?? null,
  });
  const { count } = values.periods;
  const valueOf = (metric: string, group: number, bucket: number) =>
    bucket < count ? values.valueOf(metric, group * count + bucket) : null;
  return seriesOf(metrics, buckets, groups, valueOf, values.currency);
}
