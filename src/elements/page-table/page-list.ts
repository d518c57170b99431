import type { BreakdownReport, BreakdownRow } from '#contract/api.js';

/** What a reader asks of the list. */
export interface PageListQuery {
  /** A metric, `-` before it for descending. */
  readonly order: string;
  readonly search: string;
  /** Rows on a page of the list. */
  readonly size: number;
  /** Which page of the list, from 0. */
  readonly index: number;
}

/** Whether a report holds every row, so that it can be sorted, searched and paged without asking anybody. */
export const isWhole = ({ rows, row_count: count, others }: BreakdownReport): boolean =>
  others === null && rows.length === count;

/** One page of a list that is here whole, as a back end would answer it. Totals stay those of everything. */
export function pageOf(report: BreakdownReport, { order, search, size, index }: PageListQuery): BreakdownReport {
  const wanted = search.trim().toLowerCase();
  const matching = report.rows.filter(({ key, label }) => (label ?? key ?? '').toLowerCase().includes(wanted));
  const rows = sorted(matching, order).slice(index * size, (index + 1) * size);
  return { ...report, rows, row_count: matching.length };
}

/** Rows by a metric; missing values last whichever way, ties by key, as the contract has it. */
function sorted(rows: readonly BreakdownRow[], order: string): BreakdownRow[] {
  const isDescending = order.startsWith('-');
  const metric = order.replace(/^-/, '');
  return [...rows].sort((a, b) => {
    const [left, right] = [a.values[metric] ?? null, b.values[metric] ?? null];
    if (left === right) return (a.key ?? '') < (b.key ?? '') ? -1 : 1;
    if (left === null || right === null) return left === null ? 1 : -1;
    return isDescending ? right - left : left - right;
  });
}
