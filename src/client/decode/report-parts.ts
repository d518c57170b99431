import type { Bucket, Meta, Range, RowComparison, Series } from '#contract/api.js';
import { type Fault, fault, list, nullable, object, optional, record } from './check.js';
import { anything, currency, dayOrInstant, flag, instant, number, text, value, zone } from './words.js';

/** Where an answer's range begins and ends. */
export const range = object<Range>({ start: dayOrInstant, end: dayOrInstant });

/** Values by metric. */
export const values = record(value);

/** What an answer says of itself. */
export const meta = object<Meta>({
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

/** Comparisons of a row or bucket. */
export const comparisons = optional(list(object<RowComparison>({ kind: text, range, values, growth: values })));

/** Buckets of time. */
export const buckets = list(object<Bucket>({ start: dayOrInstant, end: dayOrInstant, state: text }));

/** Lines over time. */
export const series = list(
  object<Series>({ metric: text, key: optional(nullable(text)), label: optional(text), values: list(value) }),
);

/** Lists that run side by side are equally long; a series that is not would be drawn at the wrong time. */
export function aligned(path: string, values: unknown[], beside: unknown[]): Fault | undefined {
  const { length } = beside;
  return values.length === length ? undefined : fault(`a list of ${length}`, values, path);
}

/** The same of many lines beside their buckets. */
export const alignedSeries = (path: string, all: { values: unknown[] }[], beside: unknown[]): Fault | undefined =>
  first(all.map((one, index) => aligned(`${path}[${index}].values`, one.values, beside)));

/** The first fault in a list of them. */
export const first = (faults: (Fault | undefined)[]): Fault | undefined => faults.find(Boolean);
