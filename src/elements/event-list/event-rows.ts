import { html, nothing, svg, type TemplateResult } from 'lit';
import type { EventDefinition } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { differenceTable } from '../base/difference-table.js';
import { eventDifferences } from '../base/event-difference.js';
import { addIcons, icon } from '../base/icons.js';
import { mayDelete, mayUnpublish } from './event-changes.js';
import type { ListTexts } from './list-words.js';

addIcons({
  edit: svg`<path d="m3 13 .6-2.800L10.800 3l2.200 2.200-7.200 7.200zM9.300 4.500l2.200 2.200"/>`,
  open: svg`<path d="m4.500 6.500 3.500 3.500 3.500-3.500"/>`,
});

/** What the rows are drawn from. */
export interface EventRows {
  readonly texts: ListTexts;
  readonly formats: Formats;
  readonly label: string;
  /** Nothing while they are asked for. */
  readonly definitions: readonly EventDefinition[] | undefined;
  readonly size: number;
  readonly message: unknown;
  readonly open: string | undefined;
  readonly canWrite: boolean;
  readonly canPublish: boolean;
  readonly toggle: (id: string) => void;
  readonly edit: (definition: EventDefinition) => void;
  readonly unpublish: (definition: EventDefinition) => void;
  readonly remove: (definition: EventDefinition) => void;
}

const columns = ['event', 'state', 'created', 'published', 'updated', 'by'] as const;

/** The definitions, each with what can be done about it. */
export function eventTable(of: EventRows): TemplateResult {
  const { texts, label, definitions, message, size } = of;
  if (message) return html`<div class="said">${message}</div>`;
  return html`<div class="list" part="table">
    <table role="table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            (id) =>
              html`<th role="columnheader" scope="col" class=${id === 'event' ? 'lead' : id}>
                ${texts.get(`events.${id}`)}
              </th>`,
          )}
          <th role="columnheader" scope="col"><span class="hidden-text">${texts.get('action.actions')}</span></th>
        </tr>
      </thead>
      ${
        definitions
          ? html`<tbody role="rowgroup">
              ${definitions.map((definition) => row(definition, of))}
            </tbody>`
          : skeleton(Math.min(size, 10))
      }
    </table>
  </div>`;
}

const skeleton = (rows: number): TemplateResult =>
  html`<tbody class="skeleton" role="rowgroup" aria-hidden="true">
    ${Array.from(
      { length: rows },
      () =>
        html`<tr>
          <th class="lead"><i class="bone"></i></th>
          ${columns.map(() => html`<td><i class="bone"></i></td>`)}
        </tr>`,
    )}
  </tbody>`;

function row(definition: EventDefinition, of: EventRows): TemplateResult {
  const { texts, formats, open, canWrite, toggle, edit } = of;
  const { id, name, display_name: display, state, published } = definition;
  const isOpen = open === id;
  const day = (instant: string | null | undefined): TemplateResult =>
    instant
      ? html`<bdi title=${formats.dayTime(instant)}>${formats.dayTime(instant)}</bdi>`
      : html`<span aria-hidden="true">–</span>`;
  const cell = (column: (typeof columns)[number], value: unknown): TemplateResult =>
    html`<td role="cell" class=${column}><span class="label">${texts.get(`events.${column}`)}</span>${value}</td>`;
  return html`<tr role="row" class=${isOpen ? 'opened' : ''}>
      <th role="rowheader" scope="row" class="lead">
        <span class="display">${display}</span> <bdi class="code">${name}</bdi>
      </th>
      ${cell(
        'state',
        html`<span class="state ${state}"
          >${texts.get(`event.state.${state}`)}${
            published && state !== 'published'
              ? html`<span class="newer" title=${texts.get('events.newer')}>
                  · ${texts.get('event.state.published')}</span
                >`
              : nothing
          }</span
        >`,
      )}
      ${cell('created', day(definition.created_at))} ${cell('published', day(definition.published_at))}
      ${cell('updated', day(definition.updated_at))} ${cell('by', definition.updated_by ?? '–')}
      <td role="cell" class="tools-cell">
        <button
          class="tool-button"
          type="button"
          data-do="edit"
          aria-label=${texts.get(canWrite ? 'events.modifyOf' : 'events.viewOf', { name: display })}
          title=${texts.get(canWrite ? 'events.modify' : 'events.view')}
          @click=${() => edit(definition)}
        >
          ${icon(canWrite ? 'edit' : 'next')}
        </button>
        <button
          class="tool-button turn"
          type="button"
          data-do="details"
          aria-label=${texts.get('events.details', { name: display })}
          title=${texts.get('events.details', { name: display })}
          aria-expanded=${isOpen}
          @click=${() => toggle(id)}
        >
          ${icon('open')}
        </button>
      </td>
    </tr>
    ${isOpen ? details(definition, of) : nothing}`;
}

function details(definition: EventDefinition, of: EventRows): TemplateResult {
  const { texts, canWrite, canPublish, unpublish, remove } = of;
  const { id, fields, published, state } = definition;
  return html`<tr role="row" class="details">
    <td role="cell" colspan="7">
      <div class="inside">
        <dl>
          <dt>${texts.get('events.id')}</dt>
          <dd><bdi class="code">${id}</bdi></dd>
          <dt>${texts.get('events.fields')}</dt>
          <dd>
            ${
              fields.length === 0
                ? texts.get('events.noFields')
                : html`<ul class="chips">
                    ${fields.map(
                      ({ field, type }) =>
                        html`<li><bdi class="code">${field}</bdi> ${texts.get(`event.type.${type}`)}</li>`,
                    )}
                  </ul>`
            }
          </dd>
        </dl>
        ${
          published && state !== 'published'
            ? html`<h3>${texts.get('events.differs')}</h3>
                ${differenceTable(
                  eventDifferences(published, definition),
                  {
                    label: texts.get('events.differs'),
                    before: texts.get('events.publishedVersion'),
                    after: texts.get('events.draftVersion'),
                  },
                  texts,
                )}`
            : nothing
        }
        <p class="deeds">
          ${
            canPublish && mayUnpublish(definition)
              ? html`<button class="button" type="button" data-do="unpublish" @click=${() => unpublish(definition)}>
                  ${texts.get('events.unpublish')}
                </button>`
              : nothing
          }
          ${
            canWrite && mayDelete(definition)
              ? html`<button class="button" type="button" data-do="delete" @click=${() => remove(definition)}>
                  ${texts.get('events.delete')}
                </button>`
              : nothing
          }
        </p>
      </div>
    </td>
  </tr>`;
}
