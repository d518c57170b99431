import { type PointView, trendPoint } from './trend-point.js';
import type { TrendLine, TrendModel } from './trend-model.js';
import type { WrittenGrowth } from './trend-writer.js';

/** A column of the table twin. */
export interface TrendColumn {
  readonly id: string;
  readonly kind: 'time' | 'value' | 'base' | 'compared' | 'growth';
  /** The line that it tells of; absent for the two columns of time. */
  readonly line?: TrendLine;
}

/** A cell: its words, and the change where it is one. */
export interface TrendCell {
  readonly text: string;
  readonly growth?: WrittenGrowth;
}

/** A row of the table twin: one bucket. */
export interface TrendRow {
  readonly index: number;
  readonly bucket: string;
  /** Why the row is not a whole bucket, or empty. */
  readonly state: string;
  /** One for each column after the time. */
  readonly cells: readonly TrendCell[];
}

/** The table that says the same as the chart. */
export interface TrendTable {
  readonly columns: readonly TrendColumn[];
  readonly rows: readonly TrendRow[];
}

/** Lists a trend: a column a line, and with a comparison the bucket compared with, its value and the change. */
export function trendTable(model: TrendModel, view: PointView): TrendTable {
  const lines = model.lines.filter(({ id }) => view.shown.has(id));
  const columns = columnsOf(lines, model.base !== undefined);
  const rows = model.buckets.map((_, index): TrendRow => {
    const point = trendPoint(model, index, view);
    const rowOf = new Map(point.rows.map((row) => [row.line.id, row]));
    const cells = columns.slice(1).map(({ kind, line }): TrendCell => {
      const row = rowOf.get(line?.id ?? '');
      if (kind === 'base') return { text: point.base ?? '' };
      if (kind === 'value') return { text: row?.value ?? '' };
      if (kind === 'compared') return { text: row?.compared ?? '' };
      return row?.growth ? { text: row.growth.text, growth: row.growth } : { text: '' };
    });
    return { index, bucket: point.bucket, state: point.state, cells };
  });
  return { columns, rows };
}

function columnsOf(lines: readonly TrendLine[], isCompared: boolean): TrendColumn[] {
  const columns: TrendColumn[] = [{ id: 'time', kind: 'time' }];
  for (const line of lines) columns.push({ id: line.id, kind: 'value', line });
  if (!isCompared) return columns;
  columns.push({ id: 'base', kind: 'base' });
  for (const line of lines) {
    if (!line.compared) continue;
    columns.push({ id: `${line.id}:compared`, kind: 'compared', line });
    columns.push({ id: `${line.id}:growth`, kind: 'growth', line });
  }
  return columns;
}
