import {
  type BreakdownReport,
  type Bucket,
  type DistributionReport,
  type EventReport,
  type FunnelReport,
  type FunnelStep,
  type Meta,
  type Range,
  type ReportName,
  type ReportShapes,
  type RetentionReport,
  type RowComparison,
  type Series,
  type SummaryReport,
  type TrendReport,
} from '#contract/api.js';
import { type Check, type Fault, also, fault, list, nullable, object, optional, record } from './check.js';
import { anything, count, currency, day, dayOrInstant, flag, instant, number, text, value, zone } from './words.js';

const range = object<Range>({ start: dayOrInstant, end: dayOrInstant });
const values = record(value);
const rowCount = count;

const meta = object<Meta>({
  scope: text,
  app_type: optional(list(text)),
  range: optional(range),
  timezone: zone,
  granularity: optional(text),
  filters: list(anything),
  environment: text,
  profile: text,
  data_as_of: instant,
  next_refresh_at: nullable(instant),
  freshness: object({ kind: text, minutes: optional(number), file: optional(flag) }),
  approximate: flag,
  approximate_reason: optional(text),
  currency: optional(nullable(currency)),
});

const comparison = object<RowComparison>({ kind: text, range, values, growth: values });
const comparisons = optional(list(comparison));
const rangeValue = object<SummaryReport['metrics'][number]['comparisons'][number]['current']>({ range, value });
const buckets = list(object<Bucket>({ start: dayOrInstant, end: dayOrInstant, state: text }));
const series = list(
  object<Series>({ metric: text, key: optional(nullable(text)), label: optional(text), values: list(value) }),
);
const groupKey = list(anything);

/** Lists that run side by side are equally long; a series that is not would be drawn at the wrong time. */
function aligned(path: string, values: unknown[], beside: unknown[]): Fault | undefined {
  const { length } = beside;
  return values.length === length ? undefined : fault(`a list of ${length}`, values, path);
}

/** The first fault in a list of them. */
const first = (faults: (Fault | undefined)[]): Fault | undefined => faults.find(Boolean);

const alignedSeries = (path: string, all: { values: unknown[] }[], beside: unknown[]): Fault | undefined =>
  first(all.map((one, index) => aligned(`${path}[${index}].values`, one.values, beside)));

const summary = object<SummaryReport>({
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

const trend = also(
  object<TrendReport>({
    meta,
    buckets,
    series,
    comparisons: list(object({ kind: text, range, buckets, series })),
    others: optional(nullable(object({ row_count: rowCount, series }))),
  }),
  (report) =>
    alignedSeries('series', report.series, report.buckets) ??
    alignedSeries('others.series', report.others?.series ?? [], report.buckets) ??
    first(
      report.comparisons.map((one, index) => alignedSeries(`comparisons[${index}].series`, one.series, one.buckets)),
    ),
);

const breakdown = object<BreakdownReport>({
  meta,
  rows: list(
    object({
      key: nullable(text),
      app: optional(text),
      label: nullable(text),
      values,
      shares: values,
      scenes: optional(list(number)),
      comparisons,
    }),
  ),
  others: nullable(object({ row_count: rowCount, values, shares: values, comparisons })),
  totals: object({ values, comparisons }),
  row_count: rowCount,
  next_cursor: nullable(text),
});

const distribution = object<DistributionReport>({
  meta,
  of: text,
  buckets: list(object({ from: number, to: value, count: value, share: value, comparisons })),
  total: value,
});

const retention = also(
  object<RetentionReport>({
    meta,
    cohort: text,
    offsets: list(number),
    cohorts: list(object({ start: day, size: value, retained: list(value) })),
    average: list(value),
  }),
  ({ offsets, cohorts, average }) =>
    aligned('average', average, offsets) ??
    first(cohorts.map((one, index) => aligned(`cohorts[${index}].retained`, one.retained, offsets))),
);

const steps = list(
  object<FunnelStep>({
    event: text,
    users: value,
    conversion_rate: value,
    step_conversion_rate: value,
    drop_off: value,
    median_seconds: value,
    p90_seconds: value,
  }),
);
const funnel = object<FunnelReport>({ meta, steps, groups: list(object({ key: groupKey, steps })) });

const event = also(
  object<EventReport>({
    meta,
    buckets,
    series: list(object({ key: groupKey, values: list(value) })),
    totals: list(object({ key: groupKey, value })),
    others: nullable(object({ row_count: rowCount, values: list(value), value })),
  }),
  (report) => alignedSeries('series', report.series, report.buckets),
);

/** The check of each report's answer. */
export const reportChecks: { [Name in ReportName]: Check<ReportShapes[Name]['report']> } = {
  summary,
  trend,
  breakdown,
  distribution,
  retention,
  funnel,
  event,
};
