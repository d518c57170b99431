import type { BreakdownQuery, RowComparison, Values } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { periodBefore } from '#time/buckets.js';
import { comparison } from '#time/compare.js';
import { metricValues } from '../bases/metric-values.js';
import type { Grouping } from '../plan/grouping.js';
import type { RangedQuestion } from '../plan/question.js';
import { askedComparisons } from './asked-comparisons.js';

/** The parts of a breakdown that are compared. */
type Part = 'rows' | 'others' | 'totals';

/** Compares a row of a part of the answer with the same row in the other ranges; nothing where none was asked. */
export type CompareRow = (part: Part, index: number, current: Values) => { comparisons?: RowComparison[] };

/** Counts the rows of an answer in the ranges that it is compared with. */
export async function rowComparer(
  question: RangedQuestion,
  query: BreakdownQuery,
  groupings: Readonly<Record<'rows' | 'others', Grouping>>,
): Promise<CompareRow> {
  const { zone, range, asOf, profile } = question;
  const { metrics } = query;
  const nothing: Values = Object.fromEntries(metrics.map((metric) => [metric, null]));
  const compared: {
    kind: RowComparison['kind'];
    range: RowComparison['range'];
    valuesOf: (part: Part, index: number) => Values;
  }[] = [];
  for (const { kind, range: whole, custom } of askedComparisons(question, query)) {
    const previous = comparison(zone, range, kind, { asOf, custom })?.previous;
    const period = previous && { ...previous.counted, before: periodBefore(zone, previous.range) };
    const valuesIn = async (grouping: Grouping | null) =>
      period ? await metricValues(question, metrics, [period], grouping) : null;
    const parts = {
      rows: await valuesIn(groupings.rows),
      others: await valuesIn(groupings.others),
      totals: await valuesIn(null),
    };
    const valuesOf = (part: Part, index: number): Values => {
      const values = parts[part];
      return values ? Object.fromEntries(metrics.map((metric) => [metric, values.valueOf(metric, index, 0)])) : nothing;
    };
    compared.push({ kind, range: whole.label, valuesOf });
  }
  if (compared.length === 0) return () => ({});
  return (part, index, current) => ({
    comparisons: compared.map(({ kind, range: label, valuesOf }): RowComparison => {
      const values = valuesOf(part, index);
      const growths = metrics.map((metric): [string, number | null] => [
        metric,
        growth(current[metric] ?? null, values[metric] ?? null, profile.growth.zero_previous),
      ]);
      return { kind, range: label, values, growth: Object.fromEntries(growths) };
    }),
  });
}
