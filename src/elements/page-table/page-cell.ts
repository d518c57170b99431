import { html, nothing, type TemplateResult } from 'lit';
import type { BreakdownRow, Catalog, Values } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { fullNumber } from '#format/number.js';
import { noValue, textOf } from '#format/parts.js';
import { cellBar } from '../base/cell-bar.js';
import { longName } from '../base/long-name.js';
import { numberCell, roomOf } from '../base/number-cell.js';
import { mainColumn, metricOfColumn, type PageColumnId, type TableWidth, unitOfColumn } from './page-columns.js';

/** A column as it stands in the table on show. */
export interface ShownColumn {
  readonly id: PageColumnId;
  readonly name: string;
  /** Of its numbers, said once in the head; nothing for counts. */
  readonly unit: string;
  /** The width from which it shows. */
  readonly from: TableWidth;
  /** What its numbers are divided by: long durations stand in hours. */
  readonly divisor: number;
}

/** The numbers of a row, of what is left over, or of everything. */
export interface Numbers {
  readonly values: Values;
  readonly shares: Values;
}

/** What cells are written with. */
export interface CellContext {
  readonly columns: readonly ShownColumn[];
  /** Nothing before there is an answer. */
  readonly catalog: Catalog | undefined;
  readonly formats: Formats;
  /** The value whose bar is as long as its lane. */
  readonly largest: number;
  /** Room for the longest number of each column, so that digits stand under digits in either direction. */
  readonly room: ReadonlyMap<PageColumnId, number>;
}

/** The narrowest column of names has room for so many letters. */
const FITS = 20;

/** The cells of a row's numbers; a bar behind the main one where asked for. */
export function numberCells(numbers: Numbers, context: CellContext, hasBar: boolean): TemplateResult[] {
  return context.columns.map((column) => {
    const { id, name, unit } = column;
    return numberCell({
      ...{ name, unit, text: cellText(column, numbers, context), className: cellClass(column) },
      room: context.room.get(id) ?? 0,
      behind: id === mainColumn && hasBar ? cellBar(numbers.values[mainColumn] ?? 0, context.largest) : nothing,
    });
  });
}

/** The class of a cell or of a column's head. */
export function cellClass({ id, from }: ShownColumn): string {
  return `${id === mainColumn ? 'main' : 'number'} from-${from}`;
}

/** How many digits wide the longest number of each column is. */
export function roomsOf(rows: readonly Numbers[], context: Omit<CellContext, 'room'>): Map<PageColumnId, number> {
  return new Map(
    context.columns.map((column) => [column.id, roomOf(rows.map((row) => cellText(column, row, context)))]),
  );
}

/** The name of a page: shortened in the middle where it is too long, and whole on hover and focus. */
export function pageName(
  row: BreakdownRow,
  notSet: string,
  choose: (() => void) | undefined,
  isOpen: boolean | undefined,
): TemplateResult {
  const app = row.app ? html`<bdi class="app" title=${row.app}>${row.app}</bdi>` : nothing;
  const name = longName({ text: row.label ?? row.key, notSet, isPath: true, fits: FITS, choose, isOpen });
  return html`<span class="name">${name}${app}</span>`;
}

function cellText(
  { id, divisor }: ShownColumn,
  { values, shares }: Numbers,
  { catalog, formats }: Omit<CellContext, 'room'>,
): string {
  if (id !== 'share') {
    const value = values[metricOfColumn(id)] ?? null;
    return formats.value(value === null ? null : value / divisor, unitOfColumn(id, catalog), 'cell');
  }
  const share = shares[mainColumn] ?? null;
  return share === null ? noValue : textOf(fullNumber(share * 100, formats.locale, 1));
}
