import type { SummaryComparison, SummaryReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { comparison, type Comparison } from '#time/compare.js';
import type { AskedComparison } from './comparisons.js';
import type { GroupValues } from './metric-values.js';
import type { RangedSubject } from './question.js';

/** The comparison of each metric. */
export type CompareMetric = (metric: string) => SummaryComparison;

/** The two ranges whose values a comparison of a summary sets side by side; nothing where there is no data yet. */
export function summarySides(
  { zone, range, asOf, profile }: RangedSubject,
  { kind, custom }: AskedComparison,
): Comparison | undefined {
  return comparison(zone, range, kind, { asOf, rule: profile.growth.week_month, custom });
}

/** A comparison where there is no data yet. */
export function unknownComparison({ range }: RangedSubject, { kind, range: previous }: AskedComparison): CompareMetric {
  const none = ({ label }: typeof range) => ({ range: label, value: null });
  return () => ({ kind, current: none(range), previous: none(previous), growth: null });
}

/** Sets the values of both sides side by side. */
export function comparedSides(
  { profile }: RangedSubject,
  { kind, current, previous }: Comparison,
  currentValues: GroupValues,
  previousValues: GroupValues,
): CompareMetric {
  return (metric) => {
    const [now, before] = [currentValues.valueOf(metric, 0), previousValues.valueOf(metric, 0)];
    return {
      kind,
      current: { range: current.range.label, value: now },
      previous: { range: previous.range.label, value: before },
      growth: growth(now, before, profile.growth.zero_previous),
    };
  };
}

/** The answer: a range that starts at or after the instant the data is as of has no values and says why. */
export function summaryReport(
  { range, asOf, now, meta }: RangedSubject,
  metrics: readonly string[],
  values: GroupValues,
  compared: readonly CompareMetric[],
): SummaryReport {
  return {
    meta: { ...meta, currency: values.currency },
    metrics: metrics.map((metric) => ({
      metric,
      value: values.valueOf(metric, 0),
      ...(range.start >= asOf ? { state: range.start >= now ? ('future' as const) : ('not_yet' as const) } : {}),
      comparisons: compared.map((comparisonOf) => comparisonOf(metric)),
    })),
  };
}
