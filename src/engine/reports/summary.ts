import type { ComparisonKind, SummaryComparison, SummaryQuery, SummaryReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { Scope } from '#contract/report-source.js';
import { comparison } from '#time/compare.js';
import { periodBefore } from '#time/buckets.js';
import type { Interval, TimeRange } from '#time/range.js';
import type { EngineHost } from '../host.js';
import type { Steps } from '../steps.js';
import { askedComparisons, type AskedComparison } from './asked-comparisons.js';
import { metricValues, type MetricValues } from './metric-values.js';
import { resolveRanged, type RangedQuestion } from './question.js';

/**
 * The value of each metric over the whole range, counted for the range itself and never summed from smaller buckets;
 * and the same for the ranges that it is compared with.
 *
 * Where the range is not over, both sides of a comparison are counted up to the same elapsed local time. A range that
 * starts at or after the instant the data is as of has no values and no growth.
 */
export function* summary(host: EngineHost, scope: Scope, query: SummaryQuery): Steps<SummaryReport> {
  const question = resolveRanged(host, scope, query);
  const { range, zone, asOf, now, meta } = question;
  const valuesOver = rememberedValues(question, query.metrics);
  const values = valuesOver(range, range);
  const compared: ((metric: string) => SummaryComparison)[] = [];
  for (const asked of askedComparisons(zone, range, query, now)) {
    yield;
    compared.push(compareValues(question, asked, valuesOver));
  }
  return {
    meta: { ...meta, currency: values.currency },
    metrics: query.metrics.map((metric) => ({
      metric,
      value: values.valueOf(metric, 0),
      ...(range.start >= asOf ? { state: range.start >= now ? ('future' as const) : ('not_yet' as const) } : {}),
      comparisons: compared.map((comparisonOf) => comparisonOf(metric)),
    })),
  };
}

/** Values over an interval of a range; comparisons often ask for the same one again. */
type ValuesOver = (range: TimeRange, counted: Interval) => MetricValues;

function rememberedValues(question: RangedQuestion, metrics: readonly string[]): ValuesOver {
  const known = new Map<string, MetricValues>();
  return (range, { start, end }) => {
    const key = `${start} ${end} ${range.start} ${range.end}`;
    const period = { start, end, before: periodBefore(question.zone, range) };
    const values = known.get(key) ?? metricValues(question, metrics, [period]);
    known.set(key, values);
    return values;
  };
}

function compareValues(
  { zone, range, asOf, profile }: RangedQuestion,
  { kind, range: previousRange, custom }: AskedComparison,
  valuesOver: ValuesOver,
): (metric: string) => SummaryComparison {
  const rule = profile.growth.week_month;
  const sides = comparison(zone, range, kind, { asOf, rule, custom });
  if (!sides) return () => unknownComparison(kind, range, previousRange);
  const { current, previous } = sides;
  const currentValues = valuesOver(current.range, current.counted);
  const previousValues = valuesOver(previous.range, previous.counted);
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

function unknownComparison(kind: ComparisonKind, current: TimeRange, previous: TimeRange): SummaryComparison {
  return {
    kind,
    current: { range: current.label, value: null },
    previous: { range: previous.label, value: null },
    growth: null,
  };
}
