import { html, nothing, type TemplateResult } from 'lit';
import type { RetentionCell, RetentionModel, RetentionRow } from '#charts/retention.js';
import { noValue } from '#format/parts.js';
import { setStyle } from '../base/set-style.js';
import type { Place } from './grid-cursor.js';
import { readCell, type RetentionTexts, type RetentionWords } from './retention-words.js';

/** Whether cells say shares or counts. */
export const retentionValues = ['percent', 'count'] as const;

/** What cells say. */
export type RetentionValues = (typeof retentionValues)[number];

/** What the grid is made from. */
export interface GridView {
  readonly model: RetentionModel;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
  readonly label: string;
  readonly values: RetentionValues;
  /** Users of all cohorts; nothing where one may be in several. */
  readonly users: number | null;
}

/**
 * A real table, walked with the arrow keys. Each cell has its share and its counts in its name, so that nobody needs the
 * tip; heads of rows and columns are read by themselves.
 */
export function grid(view: GridView): TemplateResult {
  const { model, words, texts } = view;
  return html`<table
    role="grid"
    aria-label=${view.label}
    aria-readonly="true"
    ${setStyle({ '--columns': model.offsets.length })}
  >
    <thead>
      <tr>
        <th scope="col" class="lead">${texts.get('retention.cohort')}</th>
        <th scope="col" class="users">${texts.get('retention.users')}</th>
        ${model.offsets.map((offset) => html`<th scope="col">${words.period(offset)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${averageRow(view)} ${model.rows.map((row, index) => cohortRow(row, index + 1, view))}
    </tbody>
  </table>`;
}

/**
 * Marks the cell that the Tab key reaches, and the one that is told about. Done by hand: the pointer runs over hundreds
 * of cells, and none of them says anything else for it.
 */
export function markCells(root: ParentNode, home: Place, told: Place | undefined): void {
  root.querySelector('td.told')?.classList.remove('told');
  root.querySelector('td[tabindex="0"]')?.setAttribute('tabindex', '-1');
  cellAt(root, home)?.setAttribute('tabindex', '0');
  if (told) cellAt(root, told)?.classList.add('told');
}

/** The element of a cell. */
export function cellAt(root: ParentNode, { row, column }: Place): HTMLElement | null {
  return root.querySelector(`[data-row="${row}"][data-column="${column}"]`);
}

/** Where a cell stands, told by its attributes. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const { row, column } = (target as HTMLElement | null)?.closest<HTMLElement>('[data-row]')?.dataset ?? {};
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}

function averageRow(view: GridView): TemplateResult {
  const { model, words, texts, values } = view;
  const size = view.users === null ? nothing : html`<bdi>${words.count(view.users)}</bdi>`;
  return html`<tr class="average">
    ${rowHead(html`${texts.get('retention.average')}`, size, words.count(view.users))}
    ${model.averages.map(({ rate }, column) => {
      const text = rate === null ? '' : values === 'percent' ? words.bareRate(rate) : words.rate(rate);
      return cell({ row: 0, column }, rate === null ? 'blank' : 'mean', text, view);
    })}
  </tr>`;
}

function cohortRow(row: RetentionRow, index: number, view: GridView): TemplateResult {
  const { words, texts } = view;
  const running = row.isRunning ? html`<span class="muted"> ${texts.get('retention.running')}</span>` : nothing;
  const users = words.count(row.size);
  return html`<tr>
    ${rowHead(html`<bdi>${words.cohort(row)}</bdi>${running}`, html`<bdi>${users}</bdi>${running}`, users)}
    ${row.cells.map((one, column) => {
      const kind = one.returned === null ? 'blank' : `heat-${one.step}`;
      return cell({ row: index, column }, kind, cellText(one, view), view);
    })}
  </tr>`;
}

/** A narrow grid has no column of users: they stand under the cohort. */
function rowHead(name: TemplateResult, size: unknown, users: string): TemplateResult {
  return html`<th scope="row" class="lead">${name}<span class="size">${size}</span></th>
    <td class="users"><bdi>${users}</bdi></td>`;
}

function cellText({ returned, rate }: RetentionCell, { words, values }: GridView): string {
  if (returned === null) return '';
  if (values === 'count') return words.count(returned);
  return rate === null ? noValue : words.bareRate(rate);
}

/** A cell is a paragraph of its own, so that its figure needs nothing around it: a grid has hundreds. */
function cell(place: Place, kind: string, text: string, { words }: GridView): TemplateResult {
  return html`<td
    class="cell ${kind}"
    data-row=${place.row}
    data-column=${place.column}
    tabindex="-1"
    aria-label=${readCell(words.say(place))}
    .textContent=${text}
  ></td>`;
}
