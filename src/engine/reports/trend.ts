import type { Series, TrendComparison, TrendQuery, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { cutBuckets, type Bucket } from '#time/buckets.js';
import { defaultGranularity, type Granularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import type { EngineHost } from '../host.js';
import type { Steps } from '../steps.js';
import { askedComparisons } from './asked-comparisons.js';
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
  const granularityOf = (range: TimeRange): Granularity => query.granularity ?? defaultGranularity(range);
  const question = resolveRanged(host, scope, query, granularityOf);
  const { zone, range, now } = question;
  const granularity = granularityOf(range);
  const groups = query.breakdown_by === undefined ? null : topKeys(question, query, query.breakdown_by);
  if (groups) yield;
  const { buckets, series, others, currency } = seriesOf(question, query, range, granularity, groups);
  const comparisons: TrendComparison[] = [];
  for (const asked of askedComparisons(zone, range, query, now)) {
    yield;
    const { buckets: cut, series: values } = seriesOf(question, query, asked.range, granularity, groups);
    comparisons.push({ kind: asked.kind, range: asked.range.label, buckets: cut.map(toBucket), series: values });
  }
  return {
    meta: { ...question.meta, granularity, currency },
    buckets: buckets.map(toBucket),
    series,
    comparisons,
    ...(groups ? { others: groups.rest > 0 ? { row_count: groups.rest, series: others } : null } : {}),
  };
}

/** The keys that get a series of their own, and the groups they are counted in: one each, the last for the rest. */
interface TopKeys {
  readonly table: KeyTable;
  readonly top: readonly number[];
  readonly rest: number;
}

function topKeys(question: RangedQuestion, { metrics, limit = 50 }: TrendQuery, dimension: string): TopKeys {
  const table = keyTableOf(question, dimension);
  const ordered = orderedGroups(question, table, metrics).groups;
  return { table, top: ordered.slice(0, limit), rest: Math.max(0, ordered.length - limit) };
}

function seriesOf(
  question: RangedQuestion,
  { metrics }: TrendQuery,
  range: TimeRange,
  granularity: Granularity,
  groups: TopKeys | null,
): { buckets: Bucket[]; series: Series[]; others: Series[]; currency: string | null } {
  const { zone, asOf, profile } = question;
  const buckets = cutBuckets(zone, range, granularity, { asOf, weekStart: profile.week_start });
  const grouping = groups?.table.regroup(groups.top, true) ?? null;
  const values = metricValues(question, metrics, buckets, grouping);
  const { count } = values.periods;
  const ofGroup = (metric: string, group: number) =>
    buckets.map((_, bucket) => (bucket < count ? values.valueOf(metric, group * count + bucket) : null));
  const { currency } = values;
  if (!groups)
    return { buckets, currency, others: [], series: metrics.map((metric) => ({ metric, values: ofGroup(metric, 0) })) };
  const series = metrics.flatMap((metric) =>
    groups.top.map((key, group): Series => {
      const { key: text, label } = groups.table.keyOf(key);
      return { metric, key: text, ...(label === null ? {} : { label }), values: ofGroup(metric, group) };
    }),
  );
  const others = metrics.map((metric) => ({ metric, values: ofGroup(metric, groups.top.length) }));
  return { buckets, series, others, currency };
}

function toBucket({ label, state }: Bucket): TrendReport['buckets'][number] {
  return { ...label, state };
}
