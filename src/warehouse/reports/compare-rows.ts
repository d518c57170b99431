import type { BreakdownQuery } from '#contract/api.js';
import { comparedPeriod, rowComparer, type ComparedPage, type CompareRow } from '#reporting/compared-rows.js';
import { askedComparisons } from '#reporting/comparisons.js';
import { metricValues } from '../bases/metric-values.js';
import type { Grouping } from '../plan/grouping.js';
import type { RangedQuestion } from '../plan/question.js';

/** Counts the rows of an answer in the ranges that it is compared with. */
export async function comparedRows(
  question: RangedQuestion,
  query: BreakdownQuery,
  groupings: Readonly<Record<'rows' | 'others', Grouping>>,
): Promise<CompareRow> {
  const pages: ComparedPage[] = [];
  for (const asked of askedComparisons(question, query)) {
    const period = comparedPeriod(question, asked);
    const valuesIn = (grouping: Grouping | null) => metricValues(question, query.metrics, [period!], grouping);
    const parts = period && {
      rows: await valuesIn(groupings.rows),
      others: await valuesIn(groupings.others),
      totals: await valuesIn(null),
    };
    pages.push({ asked, parts });
  }
  return rowComparer(question, query.metrics, pages);
}
