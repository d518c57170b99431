import type { BreakdownReport, BreakdownRow } from '#contract/api.js';
import type { CsvCell } from '#format/csv.js';
import { mainColumn, metricOfColumn, type PageColumnId } from './page-columns.js';

/** Heads and names of a downloaded table, in the reader's language. */
export interface PageCsvWords {
  readonly page: string;
  readonly app: string;
  readonly total: string;
  readonly column: (id: PageColumnId) => string;
}

/** Every row of a report and its total, unrounded: rates and shares as fractions, durations in seconds. */
export function pageCsv(report: BreakdownReport, columns: readonly PageColumnId[], words: PageCsvWords): CsvCell[][] {
  const hasApps = report.rows.some(({ app }) => app !== undefined);
  const appCell = (app: CsvCell): CsvCell[] => (hasApps ? [app] : []);
  const numbers = (row: Pick<BreakdownRow, 'values' | 'shares'>): CsvCell[] =>
    columns.map((id) => (id === 'share' ? (row.shares[mainColumn] ?? null) : (row.values[metricOfColumn(id)] ?? null)));
  return [
    [words.page, ...appCell(words.app), ...columns.map(words.column)],
    ...report.rows.map((row) => [row.key, ...appCell(row.app ?? null), ...numbers(row)]),
    [words.total, ...appCell(null), ...numbers({ values: report.totals.values, shares: totalShares(report) })],
  ];
}

/** The share of everything is everything, unless there is nothing. */
export function totalShares({ totals }: BreakdownReport): BreakdownRow['shares'] {
  return { [mainColumn]: totals.values[mainColumn] ? 1 : null };
}
