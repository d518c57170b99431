import type { SummaryQuery, SummaryReport } from '#contract/api.js';
import { askedComparisons, type AskedComparison } from '#reporting/comparisons.js';
import { onePeriod } from '#reporting/period.js';
import {
  comparedSides,
  summaryReport,
  summarySides,
  unknownComparison,
  type CompareMetric,
} from '#reporting/summary.js';
import type { Interval, TimeRange } from '#time/range.js';
import { metricValues, type MetricValues } from '../bases/metric-values.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';

/**
 * The value of each metric over the whole range, counted for the range itself; and the same for the ranges that it is
 * compared with. Where the range is not over, both sides of a comparison are counted up to the same elapsed local time.
 */
export async function summary(asked: Asked<SummaryQuery>): Promise<SummaryReport> {
  const question = await resolveRanged(asked);
  const { query } = asked;
  const valuesOver = rememberedValues(question, query.metrics);
  const values = await valuesOver(question.range, question.range);
  const compared: CompareMetric[] = [];
  for (const one of askedComparisons(question, query)) compared.push(await compareValues(question, one, valuesOver));
  return summaryReport(question, query.metrics, values, compared);
}

/** Values over an interval of a range; comparisons often ask for the same one again. */
type ValuesOver = (range: TimeRange, counted: Interval) => Promise<MetricValues>;

function rememberedValues(question: RangedQuestion, metrics: readonly string[]): ValuesOver {
  const known = new Map<string, MetricValues>();
  return async (range, counted) => {
    const key = `${counted.start} ${counted.end} ${range.start} ${range.end}`;
    const period = onePeriod(question.zone, range, counted);
    const values = known.get(key) ?? (await metricValues(question, metrics, [period]));
    known.set(key, values);
    return values;
  };
}

async function compareValues(
  question: RangedQuestion,
  asked: AskedComparison,
  valuesOver: ValuesOver,
): Promise<CompareMetric> {
  const sides = summarySides(question, asked);
  if (!sides) return unknownComparison(question, asked);
  const { current, previous } = sides;
  const currentValues = await valuesOver(current.range, current.counted);
  return comparedSides(question, sides, currentValues, await valuesOver(previous.range, previous.counted));
}
