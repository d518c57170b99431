import { html, nothing, type TemplateResult } from 'lit';
import type { Unit } from '#contract/api.js';
import { type DetailColumn, type DetailRow, type DetailValues, timeColumn } from '#charts/detail-table.js';
import type { Formats } from '#format/formats.js';
import { noValue } from '#format/parts.js';
import type { DetailTableMessages } from '#i18n/detail-table/section.js';
import type { TableMessages } from '#i18n/table/section.js';
import { cellBar } from '../base/cell-bar.js';
import { growthMark } from '../base/growth-mark.js';
import { numberCell, roomOf } from '../base/number-cell.js';
import { setStyle } from '../base/set-style.js';
import { columnOfOrder, directionOfOrder, sortHead } from '../base/sort-head.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Scene, TrendTexts } from '../trend-chart/trend-scene.js';

/** Room for the arrow of a change, in digits. */
const ARROW = 1.5;

/** Texts of the table. */
export type DetailTexts = WidgetTexts<DetailTableMessages & TableMessages> & TrendTexts;

/** What the rows are made from. */
export interface DetailView {
  readonly scene: Scene;
  readonly texts: DetailTexts;
  readonly formats: Formats;
  readonly label: string;
  readonly columns: readonly DetailColumn[];
  /** The rows on show. */
  readonly rows: readonly DetailRow[];
  /** Of the whole range; nothing where the back end gave none. */
  readonly totals: DetailValues | undefined;
  /** The value whose bar is as long as its lane. */
  readonly largest: number;
  /** A column, `-` before it for descending. */
  readonly order: string;
  readonly sort: (column: string) => void;
}

/** The table, with the roles spelled out: narrow, its parts are laid out as labelled rows, which takes them from it. */
export function detailTable(view: DetailView): TemplateResult {
  const { texts, columns, rows, totals, label } = view;
  const rooms = columns.map((column) =>
    roomOf([...rows, ...(totals ? [{ values: totals }] : [])].map((row) => textOf(column, row.values, view))),
  );
  return html`
    <div class="list" part="table">
      <table role="table" aria-label=${label}>
        <thead role="rowgroup">
          <tr role="row">
            ${head(timeColumn, texts.get('detail.time'), 'lead', view)}
            ${columns.map((column) => head(column.id, headText(column, view), className(column, view), view, fullName(column, view)))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            ({ bucket, values }) =>
              html`<tr role="row" class=${bucket.state}>
                <th role="rowheader" scope="row" class="lead">${time(bucket, view)}</th>
                ${columns.map((column, index) => cell(column, values, rooms[index] ?? 0, true, view))}
              </tr>`,
          )}
        </tbody>
        ${totals ? foot(totals, rooms, view) : nothing}
      </table>
    </div>
  `;
}

/** Rows of the size that the table will have. */
export function detailBones(rows: number, columns: number): TemplateResult {
  const numbers = Array.from({ length: columns }, (_, index) => (index === 0 ? 'main number' : 'number'));
  return html`<div class="list" part="table" aria-hidden="true" inert>
    <table>
      <thead>
        <tr>
          <th class="lead"><i class="bone"></i></th>
          ${numbers.map((kind) => html`<th class=${kind}><i class="bone"></i></th>`)}
        </tr>
      </thead>
      <tbody class="skeleton">
        ${Array.from(
          { length: rows },
          () =>
            html`<tr>
              <td class="lead"><i class="bone"></i></td>
              ${numbers.map((kind) => html`<td class=${kind}><i class="bone"></i></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What is said in place of the rows. */
export function detailMessage(said: unknown, rows: number): TemplateResult {
  return html`<div class="said" ${setStyle({ '--rows': rows })}>${said}</div>`;
}

/** The full name of a column: “Opens, before”. */
export function fullName({ kind, metric }: DetailColumn, { scene, texts }: DetailView): string {
  const name = scene.writer.name({ id: metric, metric, values: [] });
  if (kind === 'value') return name;
  return texts.get(kind === 'previous' ? 'trend.before' : 'trend.changeOf', { name });
}

function head(column: string, text: unknown, className: string, view: DetailView, title?: string): TemplateResult {
  return sortHead({
    ...{ text, className, title },
    direction: columnOfOrder(view.order) === column ? directionOfOrder(view.order) : undefined,
    sort: () => view.sort(column),
  });
}

/** Beside its metric a comparison is called by its short name; read aloud, by its full one. */
function headText(column: DetailColumn, view: DetailView): unknown {
  const { texts, formats, scene } = view;
  const name = fullName(column, view);
  if (column.kind === 'value') {
    const unit = formats.unit(scene.metric(column.metric).unit);
    return unit ? texts.get('table.withUnit', { name, unit }) : name;
  }
  return html`<span class="hidden-text">${name}</span
    ><span aria-hidden="true">${texts.get(`detail.${column.kind}`)}</span>`;
}

function className({ id, kind }: DetailColumn, { columns }: DetailView): string {
  return `number ${kind}-column ${id === columns[0]?.id ? 'main' : ''}`;
}

function cell(
  column: DetailColumn,
  values: DetailValues,
  room: number,
  hasBar: boolean,
  view: DetailView,
): TemplateResult {
  const { scene, texts, formats, columns, largest } = view;
  const { kind, metric, id } = column;
  const value = values.get(id) ?? null;
  const isMain = id === columns[0]?.id;
  return numberCell({
    name: kind === 'value' ? fullName(column, view) : texts.get(`detail.${kind}`),
    text: kind === 'change' ? growthMark(value, scene.metric(metric).better, formats) : textOf(column, values, view),
    unit: kind === 'change' || value === null ? '' : formats.unit(unitOf(metric, scene)),
    className: className(column, view),
    room: kind === 'change' ? room + ARROW : room,
    behind: isMain && hasBar && value !== null ? cellBar(value, largest) : nothing,
  });
}

function textOf({ kind, metric, id }: DetailColumn, values: DetailValues, { scene, formats }: DetailView): string {
  const value = values.get(id) ?? null;
  if (kind === 'change') return value === null ? noValue : formats.growth(value).text;
  return formats.value(value, unitOf(metric, scene), 'cell');
}

const unitOf = (metric: string, scene: Scene): Unit => scene.metric(metric).unit;

/** The bucket, and what is missing of it. The hours of one day need no day. */
function time(bucket: DetailRow['bucket'], { scene, formats }: DetailView): TemplateResult {
  const { meta } = scene.model.report;
  const isOneDay = meta.granularity === 'hour' && meta.range?.start === meta.range?.end;
  const state = scene.writer.state(bucket);
  const name = isOneDay ? formats.time(bucket.start) : scene.writer.bucket(bucket);
  return html`<span class="bucket"
    ><bdi>${name}</bdi>${state ? html` <span class="state">${state}</span>` : nothing}</span
  >`;
}

function foot(totals: DetailValues, rooms: readonly number[], view: DetailView): TemplateResult {
  const { texts, columns, scene } = view;
  const isSum = columns.every(({ metric }) => scene.metric(metric).adds_up === 'yes');
  return html`<tfoot role="rowgroup">
    <tr role="row" class="total">
      <th role="rowheader" scope="row" class="lead" title=${isSum ? nothing : texts.get('detail.notSum')}>
        ${texts.get('detail.whole')}
      </th>
      ${columns.map((column, index) => cell(column, totals, rooms[index] ?? 0, false, view))}
    </tr>
  </tfoot>`;
}
