import { html, nothing, type TemplateResult } from 'lit';
import type { BreakdownReport, BreakdownRow } from '#contract/api.js';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { TableMessages } from '#i18n/table/section.js';
import type { Texts } from '#i18n/texts.js';
import { setStyle } from '../base/set-style.js';
import { columnOfOrder, directionOfOrder, sortHead } from '../base/sort-head.js';
import { cellClass, type CellContext, numberCells, pageName, roomsOf, type ShownColumn } from './page-cell.js';
import type { DetailContext, PageDetail } from './page-detail.js';
import { metricOfColumn } from './page-columns.js';
import { totalShares } from './page-csv.js';

/** What the table is made from. */
export interface PageTableView extends Omit<CellContext, 'room'> {
  readonly texts: Texts<PageTableMessages & TableMessages>;
  readonly label: string;
  /** The part of the list on show; nothing while there is none. */
  readonly report: BreakdownReport | undefined;
  /** A metric, `-` before it for descending. */
  readonly order: string;
  /** Sorts by a column; nothing where the list cannot be sorted. */
  readonly sort: ((metric: string) => void) | undefined;
  /** The page that is opened below its row, if any was. */
  readonly detail: PageDetail | undefined;
  readonly shown: DetailContext['shown'] | undefined;
  /** Chooses a page; nothing where pages cannot be chosen. */
  readonly choose: ((row: BreakdownRow) => void) | undefined;
  /** Rows of the skeleton. */
  readonly size: number;
  /** In place of rows. */
  readonly message: unknown;
}

/** Rows that most lists have beside those of pages: the others, and the total. */
const REST = 2;

/** A skeleton longer than a screen tells nothing more. */
const MOST_BONES = 50;

/** The table, with the roles spelled out: narrow, its parts are laid out as labelled rows, which takes them from it. */
export function pageTable(view: PageTableView): TemplateResult {
  const { report, message, label } = view;
  return html`
    <div class="list" part="table">
      <table role="table" aria-label=${label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="lead">${view.texts.get('pages.page')}</th>
            ${view.columns.map((column) => columnHead(column, view))}
          </tr>
        </thead>
        ${message ? nothing : report ? rows(report, view) : skeleton(view)}
      </table>
    </div>
    ${message ? html`<div class="said" ${setStyle({ '--rows': Math.min(view.size, MOST_BONES) + REST })}>${message}</div>` : nothing}
  `;
}

/** A table whose language is loading: nothing but its size. */
export function wordless(size: number): { head: TemplateResult; body: TemplateResult } {
  return {
    head: html`<div class="titles">
      <h2>&nbsp;</h2>
      <p class="context"></p>
    </div>`,
    body: html`<div class="said" ${setStyle({ '--rows': Math.min(size, MOST_BONES) + REST + 1 })}></div>`,
  };
}

function columnHead(column: ShownColumn, { texts, order, sort, report }: PageTableView): TemplateResult {
  const { id, name, unit } = column;
  const metric = metricOfColumn(id);
  const isSorted = id !== 'share' && report !== undefined && metric === columnOfOrder(order);
  return sortHead({
    text: unit ? texts.get('table.withUnit', { name, unit }) : name,
    className: cellClass(column),
    direction: isSorted ? directionOfOrder(order) : undefined,
    sort: sort && id !== 'share' ? () => sort(metric) : undefined,
  });
}

function rows(report: BreakdownReport, view: PageTableView): TemplateResult {
  const { texts, choose, detail, shown } = view;
  const { others } = report;
  const total = { values: report.totals.values, shares: totalShares(report) };
  const room = roomsOf([...report.rows, ...(others ? [others] : []), total], view);
  const cells = { ...view, room };
  return html`
    <tbody role="rowgroup" class=${others ? 'cut' : ''}>
      ${report.rows.map(
        (row) =>
          html`<tr role="row">
              <th role="rowheader" scope="row" class="lead">
                ${pageName(row, texts.get('pages.notSet'), choose && (() => choose(row)), shown?.question && !!detail?.isOpen(row))}
              </th>
              ${numberCells(row, cells, true)}
            </tr>
            ${detail?.below(row, view as DetailContext)}`,
      )}
    </tbody>
    <tfoot role="rowgroup">
      ${
        others
          ? html`<tr role="row" class="others">
              <th role="rowheader" scope="row" class="lead">
                ${texts.get('pages.others', { count: others.row_count })}
              </th>
              ${numberCells(others, cells, false)}
            </tr>`
          : nothing
      }
      <tr role="row" class="total">
        <th role="rowheader" scope="row" class="lead">${texts.get('table.total')}</th>
        ${numberCells(total, cells, false)}
      </tr>
    </tfoot>
  `;
}

/** Rows of the size that the list will have. */
function skeleton({ size, columns }: PageTableView): TemplateResult {
  return html`<tbody role="rowgroup" class="skeleton" aria-hidden="true">
    ${Array.from(
      { length: Math.min(size, MOST_BONES) + REST },
      () =>
        html`<tr role="row">
          <td role="cell" class="lead"><i class="bone"></i></td>
          ${columns.map((column) => html`<td role="cell" class=${cellClass(column)}><i class="bone"></i></td>`)}
        </tr>`,
    )}
  </tbody>`;
}
