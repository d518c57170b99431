import type { BreakdownReport, RowComparison, Values } from '#contract/api.js';

/** A row of a ranked list: a value of the dimension, what is left over, or everything. */
export interface RankRow {
  readonly kind: 'row' | 'others' | 'total';
  /** `null` is “not set”; others and total have none. */
  readonly key: string | null;
  readonly label: string | null;
  /** The app of a page, where the list is about several. */
  readonly app: string | undefined;
  /** How many values of the dimension it stands for. */
  readonly count: number;
  /** Of a class of numbers: from its first through its last, without an end where `to` is `null`. */
  readonly span?: { readonly from: number; readonly to: number | null };
  /** Of the source “other”: the unknown scenes in it. */
  readonly scenes?: readonly number[] | undefined;
  readonly values: Values;
  readonly shares: Values;
  /** The same in the first range that it is compared with. */
  readonly before: RowComparison | undefined;
  /** Of the bar, against the longest of all, before too; nothing for the total, and where there is no value. */
  readonly length: number | null;
  readonly lengthBefore: number | null;
}

/** A row before its bar is measured. */
export type CountedRow = Omit<RankRow, 'length' | 'lengthBefore'>;

/** The rows of a breakdown in the order of its answer, then the others, then the total, with bars of one metric. */
export function rank(report: BreakdownReport, metric: string): RankRow[] {
  return withBars(countedRows(report), totalOf(report), metric);
}

/** Rows with bars of one metric, and the total, which has none. */
export function withBars(rows: readonly CountedRow[], total: CountedRow, metric: string): RankRow[] {
  const lengths = rows.flatMap(({ values, before }) => [values[metric] ?? 0, before?.values[metric] ?? 0]);
  const longest = Math.max(0, ...lengths);
  const lengthOf = (value: number | null | undefined): number | null =>
    value === null || value === undefined || longest <= 0 ? null : Math.max(0, value) / longest;
  return [
    ...rows.map((row) => ({
      ...row,
      length: lengthOf(row.values[metric]),
      lengthBefore: lengthOf(row.before?.values[metric]),
    })),
    { ...total, length: null, lengthBefore: null },
  ];
}

function countedRows({ rows, others }: BreakdownReport): CountedRow[] {
  const shown = rows.map(({ key, label, app, values, shares, scenes, comparisons }): CountedRow => ({
    ...{ kind: 'row', key, label, app, count: 1, values, shares, scenes },
    before: comparisons?.[0],
  }));
  if (!others) return shown;
  const { row_count: count, values, shares, comparisons } = others;
  const rest = { kind: 'others', key: null, label: null, app: undefined, count, values, shares } as const;
  return [...shown, { ...rest, before: comparisons?.[0] }];
}

/** The share of everything is everything, unless there is nothing. */
function totalOf({ rows, totals, row_count: count }: BreakdownReport): CountedRow {
  const shared = new Set(rows.flatMap(({ shares }) => Object.keys(shares)));
  const shares = Object.fromEntries([...shared].map((metric) => [metric, totals.values[metric] ? 1 : null]));
  const total = { kind: 'total', key: null, label: null, app: undefined, count, shares } as const;
  return { ...total, values: totals.values, before: totals.comparisons?.[0] };
}
