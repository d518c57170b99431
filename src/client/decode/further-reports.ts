import type {
  BreakdownReport,
  DistributionReport,
  EventReport,
  FunnelNextReport,
  FunnelReport,
  FunnelStep,
  RetentionReport,
} from '#contract/api.js';
import { also, list, nullable, object, optional } from './check.js';
import { aligned, alignedSeries, buckets, comparisons, first, meta, values } from './report-parts.js';
import { anything, count, day, number, text, value } from './words.js';

// Loaded when one of them is first asked: a card asks none.

const groupKey = list(anything);

/** The check of a breakdown. */
export const breakdown = object<BreakdownReport>({
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
  others: nullable(object({ row_count: count, values, shares: values, comparisons })),
  totals: object({ values, comparisons }),
  row_count: count,
  next_cursor: nullable(text),
});

/** The check of a distribution. */
export const distribution = object<DistributionReport>({
  meta,
  of: text,
  buckets: list(object({ from: number, to: value, count: value, share: value, comparisons })),
  total: value,
});

/** The check of a retention report. */
export const retention = also(
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
/** The check of a funnel. */
export const funnel = object<FunnelReport>({ meta, steps, groups: list(object({ key: groupKey, steps })) });

/** The check of what users did next. */
export const funnelNext = object<FunnelNextReport>({
  meta,
  step: number,
  users: value,
  ended: value,
  events: list(object({ event: text, users: count, share: number, next_users: count, next_share: number })),
  row_count: count,
});

/** The check of an event report. */
export const event = also(
  object<EventReport>({
    meta,
    buckets,
    series: list(object({ key: groupKey, values: list(value) })),
    totals: list(object({ key: groupKey, value })),
    others: nullable(object({ row_count: count, values: list(value), value })),
  }),
  (report) => alignedSeries('series', report.series, report.buckets),
);
