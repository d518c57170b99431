import { html, nothing, type TemplateResult } from 'lit';
import type { TrendLine } from '#charts/trend-model.js';
import type { TrendColumn, TrendTable } from '#charts/trend-table.js';
import { change } from './change.js';
import type { TrendTexts } from './trend-scene.js';

/** What the table twin needs beside its rows. */
export interface TableView {
  /** Names the table to assistive technology. */
  readonly name: string;
  readonly texts: TrendTexts;
  readonly nameOf: (line: TrendLine) => string;
  readonly key: (event: KeyboardEvent) => void;
}

/**
 * The table that says the same as the chart. It takes the place of the chart and scrolls inside it. Roles are written
 * out because a narrow one lays its rows out as labelled cards, which would take them from a bare table.
 */
export function trendTableTemplate({ columns, rows }: TrendTable, view: TableView): TemplateResult {
  return html`<div
    class="twin"
    role="region"
    aria-label=${view.texts.get('trend.tableOf', { name: view.name })}
    tabindex="0"
    @keydown=${view.key}
  >
    <table class="rows ${columns.length > 3 ? 'many' : ''}" role="table">
      <caption class="hidden-text">
        ${view.name}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th scope="col" role="columnheader" class=${column.kind}>${columnHead(column, view)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ({ bucket, state, cells }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">
                ${bucket}${state ? html` <span class="muted">${state}</span>` : nothing}
              </th>
              ${cells.map(
                ({ text, growth }, i) =>
                  html`<td role="cell" class=${columns[i + 1]!.kind} data-label=${columnHead(columns[i + 1]!, view)}>
                    ${growth ? change(growth) : html`<bdi>${text}</bdi>`}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function columnHead({ kind, line }: TrendColumn, { texts, nameOf }: TableView): string {
  const name = line ? nameOf(line) : '';
  switch (kind) {
    case 'time':
      return texts.get('trend.time');
    case 'base':
      return texts.get('trend.comparedWith');
    case 'compared':
      return texts.get('trend.before', { name });
    case 'growth':
      return texts.get('trend.changeOf', { name });
    default:
      return name;
  }
}
