import { html, nothing, type TemplateResult } from 'lit';
import type { TableMessages } from '#i18n/table/section.js';
import type { Texts } from '#i18n/texts.js';
import { arrows } from './arrows.js';

/** The head of a column of numbers. */
export interface SortHead {
  /** Its name, with its unit. */
  readonly text: unknown;
  /** Further classes of the cell. */
  readonly className: string;
  /** How the column sorts the table; nothing where another one does. */
  readonly direction: 'ascending' | 'descending' | undefined;
  /** Sorts by the column; nothing where it cannot. */
  readonly sort: (() => void) | undefined;
  /** The same in more words. */
  readonly title?: string | undefined;
}

/** A column's head: a button where it sorts, with an arrow and `aria-sort` where it does. */
export function sortHead({ text, className, direction, sort, title }: SortHead): TemplateResult {
  const mark = html`<svg class="arrow" viewBox="0 0 10 10" aria-hidden="true">${arrows.down}</svg>`;
  return html`<th
    role="columnheader"
    scope="col"
    class="${className} ${direction ? `sorted ${direction}` : ''}"
    title=${title ?? nothing}
    aria-sort=${direction ?? nothing}
  >
    ${
      sort
        ? html`<button class="sort" type="button" @click=${sort}>${text}${mark}</button>`
        : html`${text}${direction ? mark : nothing}`
    }
  </th>`;
}

/** The column that an order sorts by. */
export const columnOfOrder = (order: string): string => order.replace(/^-/, '');

/** Which way an order sorts: `-` before its column is descending. */
export const directionOfOrder = (order: string): 'ascending' | 'descending' =>
  order.startsWith('-') ? 'descending' : 'ascending';

/** The order after somebody chose a column: the largest first, and the other way round the second time. */
export function turnedOrder(order: string, column: string): string {
  const isTurned = columnOfOrder(order) === column && directionOfOrder(order) === 'descending';
  return isTurned ? column : `-${column}`;
}

/** How a table is sorted, in a sentence. */
export function sortedText(name: string, order: string, texts: Texts<TableMessages>): string {
  return texts.get('table.sorted', { name, direction: texts.get(`table.${directionOfOrder(order)}`) });
}
