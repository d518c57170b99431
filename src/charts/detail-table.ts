import type { Bucket, Profile, SummaryMetric } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { TrendModel } from './trend-model.js';
import { isComparable } from './trend-point.js';

/** A column of numbers: a metric, what it was before, or how it changed. */
export interface DetailColumn {
  /** A metric; with `.previous` or `.change` behind it for what it is compared with. */
  readonly id: string;
  readonly kind: 'value' | 'previous' | 'change';
  readonly metric: string;
}

/** Numbers by the id of their column; changes are fractions. */
export type DetailValues = ReadonlyMap<string, number | null>;

/** One bucket with its numbers. */
export interface DetailRow {
  /** Its place in time. */
  readonly index: number;
  readonly bucket: Bucket;
  readonly values: DetailValues;
}

/** The column of time, by which a table is sorted too. */
export const timeColumn = 'time';

/** The columns of a trend: each metric, and with a comparison the value before and the change. */
export function detailColumns({ lines }: TrendModel): DetailColumn[] {
  return lines.flatMap(({ metric, compared }): DetailColumn[] => [
    { id: metric, kind: 'value', metric },
    ...(compared
      ? ([
          { id: `${metric}.previous`, kind: 'previous', metric },
          { id: `${metric}.change`, kind: 'change', metric },
        ] as const)
      : []),
  ]);
}

/** One row a bucket. A change stands only between two whole buckets. */
export function detailRows(model: TrendModel, zeroPrevious: Profile['growth']['zero_previous']): DetailRow[] {
  return model.buckets.map((bucket, index) => {
    const values = new Map<string, number | null>();
    for (const { metric, values: now, compared } of model.lines) {
      const [value, previous] = [now[index] ?? null, compared?.[index] ?? null];
      values.set(metric, value);
      if (!compared) continue;
      values.set(`${metric}.previous`, previous);
      values.set(`${metric}.change`, isComparable(model, index) ? growth(value, previous, zeroPrevious) : null);
    }
    return { index, bucket, values };
  });
}

/** The numbers of the whole range, as the report over it has them: they are no sums of rows. */
export function detailTotals(metrics: readonly SummaryMetric[], kind: string | undefined): DetailValues {
  return new Map(
    metrics.flatMap(({ metric, value, comparisons }) => {
      const base = comparisons.find((one) => one.kind === kind);
      return [
        [metric, value] as const,
        [`${metric}.previous`, base?.previous.value ?? null] as const,
        [`${metric}.change`, base?.growth ?? null] as const,
      ];
    }),
  );
}

/** Rows by a column, `-` before it for descending; missing values last whichever way, ties in time. */
export function sortedDetail(rows: readonly DetailRow[], order: string): DetailRow[] {
  const sign = order.startsWith('-') ? -1 : 1;
  const column = order.replace(/^-/, '');
  if (column === timeColumn) return [...rows].sort((a, b) => sign * (a.index - b.index));
  return [...rows].sort((a, b) => {
    const [left, right] = [a.values.get(column) ?? null, b.values.get(column) ?? null];
    if (left === right) return a.index - b.index;
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * (left - right);
  });
}

/** The order where nobody has chosen one: the newest first, but the hours of a day as they come. */
export function usualDetailOrder({ report: { meta } }: TrendModel): string {
  return meta.range?.start === meta.range?.end ? timeColumn : `-${timeColumn}`;
}
