import type { SummaryQuery, SummaryReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
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
import type { EngineHost } from '../host.js';
import type { Steps } from '../steps.js';
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
  const valuesOver = rememberedValues(question, query.metrics);
  const values = valuesOver(question.range, question.range);
  const compared: CompareMetric[] = [];
  for (const asked of askedComparisons(question, query)) {
    yield;
    compared.push(compareValues(question, asked, valuesOver));
  }
  return summaryReport(question, query.metrics, values, compared);
}

/** Values over an interval of a range; comparisons often ask for the same one again. */
type ValuesOver = (range: TimeRange, counted: Interval) => MetricValues;

function rememberedValues(question: RangedQuestion, metrics: readonly string[]): ValuesOver {
  const known = new Map<string, MetricValues>();
  return (range, counted) => {
    const key = `${counted.start} ${counted.end} ${range.start} ${range.end}`;
    const values = known.get(key) ?? metricValues(question, metrics, [onePeriod(question.zone, range, counted)]);
    known.set(key, values);
    return values;
  };
}

function compareValues(question: RangedQuestion, asked: AskedComparison, valuesOver: ValuesOver): CompareMetric {
  const sides = summarySides(question, asked);
  if (!sides) return unknownComparison(question, asked);
  const { current, previous } = sides;
  const currentValues = valuesOver(current.range, current.counted);
  return comparedSides(question, sides, currentValues, valuesOver(previous.range, previous.counted));
}
