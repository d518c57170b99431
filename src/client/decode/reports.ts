import type { SummaryReport, TrendReport } from '#contract/api.js';
import { also, list, nullable, object, optional } from './check.js';
import { alignedSeries, buckets, first, meta, range, series } from './report-parts.js';
import { count, text, value } from './words.js';

const rangeValue = object<SummaryReport['metrics'][number]['comparisons'][number]['current']>({ range, value });

/** The check of a summary. */
export const summary = object<SummaryReport>({
  meta,
  metrics: list(
    object({
      metric: text,
      value,
      state: optional(text),
      comparisons: list(object({ kind: text, current: rangeValue, previous: rangeValue, growth: value })),
    }),
  ),
});

/** The check of a trend. */
export const trend = also(
  object<TrendReport>({
    meta,
    buckets,
    series,
    comparisons: list(object({ kind: text, range, buckets, series })),
    others: optional(nullable(object({ row_count: count, series }))),
  }),
  (report) =>
    alignedSeries('series', report.series, report.buckets) ??
    alignedSeries('others.series', report.others?.series ?? [], report.buckets) ??
    first(
      report.comparisons.map((one, index) => alignedSeries(`comparisons[${index}].series`, one.series, one.buckets)),
    ),
);
