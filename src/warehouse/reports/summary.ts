import type { SummaryComparison, SummaryQuery, SummaryReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { periodBefore } from '#time/buckets.js';
import { comparison } from '#time/compare.js';
import type { Interval, TimeRange } from '#time/range.js';
import { metricValues, type MetricValues } from '../bases/metric-values.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { askedComparisons, type AskedComparison } from './asked-comparisons.js';

/**
 * The value of each metric over the whole range, counted for the range itself; and the same for the ranges that it is
 * compared with. Where the range is not over, both sides of a comparison are counted up to the same elapsed local time.
 */
export async function summary(asked: Asked<SummaryQuery>): Promise<SummaryReport> {
  const question = await resolveRanged(asked);
  const { query } = asked;
  const { range, asOf, now, meta } = question;
  const valuesOver = rememberedValues(question, query.metrics);
  const values = await valuesOver(range, range);
  const compared: ((metric: string) => SummaryComparison)[] = [];
  for (const one of askedComparisons(question, query)) compared.push(await compareValues(question, one, valuesOver));
  return {
    meta: { ...meta, currency: values.currency },
    metrics: query.metrics.map((metric) => ({
      metric,
      value: values.valueOf(metric, 0, 0),
      ...(range.start >= asOf ? { state: range.start >= now ? ('future' as const) : ('not_yet' as const) } : {}),
      comparisons: compared.map((comparisonOf) => comparisonOf(metric)),
    })),
  };
}

/** Values over an interval of a range; comparisons often ask for the same one again. */
type ValuesOver = (range: TimeRange, counted: Interval) => Promise<MetricValues>;

function rememberedValues(question: RangedQuestion, metrics: readonly string[]): ValuesOver {
  const known = new Map<string, MetricValues>();
  return async (range, { start, end }) => {
    const key = `${start} ${end} ${range.start} ${range.end}`;
    const period = { start, end, before: periodBefore(question.zone, range) };
    const values = known.get(key) ?? (await metricValues(question, metrics, [period]));
    known.set(key, values);
    return values;
  };
}

async function compareValues(
  { zone, range, asOf, profile }: RangedQuestion,
  { kind, range: previousRange, custom }: AskedComparison,
  valuesOver: ValuesOver,
): Promise<(metric: string) => SummaryComparison> {
  const sides = comparison(zone, range, kind, { asOf, rule: profile.growth.week_month, custom });
  const none = (of: TimeRange) => ({ range: of.label, value: null });
  if (!sides) return () => ({ kind, current: none(range), previous: none(previousRange), growth: null });
  const { current, previous } = sides;
  const currentValues = await valuesOver(current.range, current.counted);
  const previousValues = await valuesOver(previous.range, previous.counted);
  return (metric) => {
    const [now, before] = [currentValues.valueOf(metric, 0, 0), previousValues.valueOf(metric, 0, 0)];
    return {
      kind,
      current: { range: current.range.label, value: now },
      previous: { range: previous.range.label, value: before },
      growth: growth(now, before, profile.growth.zero_previous),
    };
  };
}
