import { html, nothing, type TemplateResult } from 'lit';
import { roomOf } from './number-cell.js';
import { setStyle } from './set-style.js';

/** A column of numbers beside the bars. */
export interface BarColumn {
  readonly id: string;
  readonly head: string;
  /** What the head means in full, on hover. */
  readonly hint?: string;
  /** Stands back behind the main number. */
  readonly isQuiet?: boolean;
  /** The width of the widget from which it shows: always, from 480 px, from 640 px. */
  readonly from?: 'narrow' | 'medium' | 'wide';
}

/** One bar with its name and its numbers. */
export interface BarRow {
  /** A template, or a short text of the catalogue; see `long-name.ts` for names that come with the data. */
  readonly name: unknown;
  /** Length of the bar against the longest, 0 to 1; nothing where there is no bar. */
  readonly length?: number | null | undefined;
  /** How long it was in the period that it is compared with: a notch. */
  readonly before?: number | null | undefined;
  /** One a column: texts, or templates. */
  readonly cells: readonly unknown[];
  /** What is left over, in quiet ink; or everything, in strong. */
  readonly kind?: 'others' | 'total';
}

/** What a list of bars is made from. */
export interface BarListView {
  /** Names the table to assistive technology. */
  readonly label: string;
  /** What the rows are: “Page”, “Source”. */
  readonly name: string;
  readonly columns: readonly BarColumn[];
  /** Nothing while there is no answer: a skeleton. */
  readonly rows: readonly BarRow[] | undefined;
  /** Rows that the list may have; it is as high in every state. */
  readonly size: number;
  /** In place of rows. */
  readonly message?: unknown;
}

/** Bars of a skeleton fall like those of most lists, in percent. */
const falling = [100, 80, 64, 52, 43, 36, 30, 26, 22, 19, 17, 15];

/** A skeleton longer than a screen tells nothing more. */
const MOST_BONES = 30;

/**
 * Names over bars, with numbers at their end: the one look of ranks, sources and shares. It is a table with heads, so it
 * needs no other form; a theme with a lane puts the bars beside the names.
 */
export function barList(view: BarListView): TemplateResult {
  const { message, size } = view;
  return html`<div class="bars-room" ${setStyle({ '--rows': Math.min(size, MOST_BONES) })}>
    ${message ? html`<div class="bars-said">${message}</div>` : table(view)}
  </div>`;
}

function table({ label, name, columns, rows, size }: BarListView): TemplateResult {
  return html`
    <table class="bars" part="table" aria-label=${label} aria-hidden=${rows ? nothing : 'true'}>
      <thead>
        <tr>
          <th scope="col"><span class="hidden-text">${name}</span></th>
          ${columns.map(
            (column) =>
              html`<th scope="col" class=${columnClass(column)} title=${column.hint ?? nothing}>${column.head}</th>`,
          )}
        </tr>
      </thead>
      ${rows ? bodyOf(rows, columns) : skeleton(size, columns)}
    </table>
  `;
}

function bodyOf(rows: readonly BarRow[], columns: readonly BarColumn[]): TemplateResult {
  const texts = (index: number) => rows.map(({ cells }) => cells[index]).filter((cell) => typeof cell === 'string');
  const room = columns.map((_, index) => roomOf(texts(index)));
  return html`<tbody>
    ${rows.map(
      ({ name, length, before, cells, kind }) =>
        html`<tr class=${kind ?? nothing}>
          <th scope="row">${track(length, before)}<span class="bar-name">${name}</span></th>
          ${columns.map(
            (column, index) =>
              html`<td class=${columnClass(column)}>
                <bdi ${setStyle({ '--room': `${room[index] ?? 0}ch` })}>${cells[index]}</bdi>
              </td>`,
          )}
        </tr>`,
    )}
  </tbody>`;
}

function track(length: number | null | undefined, before: number | null | undefined): TemplateResult | typeof nothing {
  const percent = (share: number): string => `${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`;
  if (!length && !before) return nothing;
  return html`<span class="bar-track">
    ${length ? html`<i class="bar" ${setStyle({ 'inline-size': percent(length) })}></i>` : nothing}
    ${before ? html`<i class="bar-before" ${setStyle({ 'inset-inline-start': percent(before) })}></i>` : nothing}
  </span>`;
}

function skeleton(size: number, columns: readonly BarColumn[]): TemplateResult {
  return html`<tbody class="bar-bones">
    ${Array.from({ length: Math.min(size, MOST_BONES) }, (_, index) => {
      const inlineSize = `${falling[index] ?? falling.at(-1)}%`;
      return html`<tr>
        <th scope="row">
          <span class="bar-track"><i class="bar" ${setStyle({ 'inline-size': inlineSize })}></i></span>
        </th>
        ${columns.map((column) => html`<td class=${columnClass(column)}><i class="bone"></i></td>`)}
      </tr>`;
    })}
  </tbody>`;
}

const columnClass = ({ isQuiet, from = 'narrow' }: BarColumn): string => `${isQuiet ? 'quiet' : ''} from-${from}`;
