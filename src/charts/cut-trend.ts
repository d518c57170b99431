import type { Range, Series, TrendComparison, TrendReport } from '#contract/api.js';

/** A report and the buckets of another one that it holds. */
export interface TrendCut {
  readonly report: TrendReport;
  /** Index of its first bucket in the whole report. */
  readonly from: number;
}

/**
 * The buckets of a report that lie in a range, as if no more had been asked for; nothing where they are fewer than two.
 * What it is compared with is cut by index, as it is drawn.
 */
export function cutTrend(report: TrendReport, { start, end }: Range): TrendCut | undefined {
  const [first, last] = [Date.parse(start), Date.parse(end)];
  const from = report.buckets.findIndex((bucket) => Date.parse(bucket.start) >= first);
  const to = report.buckets.findLastIndex((bucket) => Date.parse(bucket.end) <= last);
  if (from < 0 || to <= from) return undefined;
  const buckets = report.buckets.slice(from, to + 1);
  const cut = (series: readonly Series[]): Series[] =>
    series.map((one) => ({ ...one, values: one.values.slice(from, to + 1) }));
  return {
    from,
    report: {
      ...report,
      meta: { ...report.meta, range: rangeOf(buckets)! },
      buckets,
      series: cut(report.series),
      comparisons: report.comparisons.map((base): TrendComparison => {
        const compared = base.buckets.slice(from, to + 1);
        return { ...base, range: rangeOf(compared) ?? base.range, buckets: compared, series: cut(base.series) };
      }),
      ...(report.others && { others: { ...report.others, series: cut(report.others.series) } }),
    },
  };
}

/** From the start of the first bucket to the end of the last. */
export function rangeOf(buckets: readonly Range[]): Range | undefined {
  const [first, last] = [buckets[0], buckets.at(-1)];
  return first && last && { start: first.start, end: last.end };
}
