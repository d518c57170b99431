import { html, nothing, type TemplateResult } from 'lit';
import type { FunnelRow } from '#charts/funnel.js';
import { noValue } from '#format/parts.js';
import { growthMark } from '../base/growth-mark.js';
import { numberCell, roomOf } from '../base/number-cell.js';
import type { FunnelView } from './funnel-view.js';

/** A column of the table. */
interface Column {
  readonly name: string;
  readonly of: (row: FunnelRow, before: FunnelRow | undefined) => unknown;
}

/** A group as it stands in the table, drawn or not. */
export interface TableGroup {
  readonly name: string;
  readonly rows: readonly FunnelRow[];
}

/** Every figure of a funnel as a table: all users, then each group. */
export function funnelTable(view: FunnelView, groups: readonly TableGroup[]): TemplateResult {
  const { model, title, texts } = view;
  const columns = columnsOf(view);
  const heads = [texts.get('funnel.step'), ...columns.map(({ name }) => name)];
  const parts = groups.length > 0 ? [{ name: texts.get('funnel.all'), rows: model.rows }, ...groups] : [];
  const label = texts.get('funnel.tableOf', { title });
  return html`<div class="list" part="table" role="region" tabindex="0" aria-label=${label}>
    <table role="table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head, index) => html`<th role="columnheader" scope="col" class=${index === 0 ? 'lead' : 'number'}>${head}</th>`)}
        </tr>
      </thead>
      ${
        parts.length > 0
          ? parts.map(({ name, rows }) => part(rows, columns, view, name))
          : part(model.rows, columns, view, undefined)
      }
    </table>
  </div>`;
}

function part(
  rows: readonly FunnelRow[],
  columns: readonly Column[],
  { nameOf, filtersOf, texts }: FunnelView,
  name: string | undefined,
): TemplateResult {
  const cells = rows.map((row, index) => columns.map(({ of }) => of(row, rows[index - 1])));
  const room = columns.map((_, at) =>
    roomOf(cells.map((line) => line[at]).filter((cell): cell is string => typeof cell === 'string')),
  );
  return html`<tbody role="rowgroup">
    ${
      name === undefined
        ? nothing
        : html`<tr role="row" class="part">
            <th role="rowheader" scope="rowgroup" class="lead" colspan=${columns.length + 1}><bdi>${name}</bdi></th>
          </tr>`
    }
    ${rows.map(
      ({ number, event }, index) =>
        html`<tr role="row">
          <th role="rowheader" scope="row" class="lead" title=${filtersOf(number) || nothing}>
            <span class="hidden-text">${texts.get('funnel.step')} </span><span class="number-of">${number}</span>
            <bdi>${nameOf(event)}</bdi>
          </th>
          ${columns.map((column, at) =>
            numberCell({
              ...{ name: column.name, text: cells[index]![at], unit: '' },
              ...{ className: 'number', room: room[at] ?? 0 },
            }),
          )}
        </tr>`,
    )}
  </tbody>`;
}

function columnsOf({ texts, formats, model }: FunnelView): Column[] {
  const count = (value: number | null): string => (value === null ? noValue : formats.count(value));
  const time = (value: number | null | undefined): string => formats.value(value ?? null, 'seconds');
  return [
    { name: texts.get('funnel.users'), of: ({ users }) => count(users) },
    { name: texts.get('funnel.ofFirstHead'), of: ({ rate }) => formats.share(rate) },
    { name: texts.get('funnel.ofBefore'), of: (_, before) => formats.share(before?.passage?.rate ?? null) },
    { name: texts.get('funnel.lostHead'), of: (_, before) => count(before?.passage?.lost ?? null) },
    { name: texts.get('funnel.medianHead'), of: (_, before) => time(before?.passage?.medianSeconds) },
    { name: texts.get('funnel.p90Head'), of: (_, before) => time(before?.passage?.p90Seconds) },
    ...(model.isCompared
      ? [
          { name: texts.get('funnel.usersBefore'), of: ({ usersBefore }: FunnelRow) => count(usersBefore) },
          {
            name: texts.get('funnel.changeHead'),
            of: ({ usersChange }: FunnelRow) => growthMark(usersChange, 'up', formats),
          },
        ]
      : []),
  ];
}
