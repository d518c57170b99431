import { html, nothing, type TemplateResult } from 'lit';
import type { TestRecord } from '#contract/api.js';
import { icon } from '../base/icons.js';
import type { LaterView } from './later-view.js';

/** Saving, testing and publishing; and in test mode what comes in. */
export function publishStep(view: LaterView): TemplateResult {
  const { texts, isReadOnly, isChecked, lacks, saved, isDirty } = view;
  const state = saved && !isDirty ? saved.body.state : undefined;
  return html`
    <section class="panel">
      <h3>${texts.get('test.publishTitle')}</h3>
      <p class="quiet">${texts.get('test.hint')}</p>
      ${
        isReadOnly
          ? nothing
          : html`<div class="goals">
              ${goal('test', 'test.saveTest', view)}${goal('publish', 'test.savePublish', view)}
            </div>`
      }
      ${isChecked || isReadOnly ? nothing : html`<p class="verdict wait">${icon('wait')}${texts.get('test.needsCheck')}</p>`}
      ${lacks && !isReadOnly ? html`<p class="quiet">${texts.get('test.needsPublish', { permission: lacks })}</p>` : nothing}
      <p class="verdict good" role="status">
        ${state === 'published' ? html`${icon('check')}${texts.get('test.published')}` : nothing}
      </p>
    </section>
    ${state === 'testing' ? recordsPanel(view) : nothing}
  `;
}

function goal(to: 'test' | 'publish', label: 'test.saveTest' | 'test.savePublish', view: LaterView): TemplateResult {
  const { texts, isChecked, lacks, busy, saved, isDirty, go } = view;
  const isThere = !isDirty && saved?.body.state === (to === 'test' ? 'testing' : 'published');
  const isTooFar = to === 'test' && !isDirty && saved?.body.state === 'published';
  const isOff = !isChecked || Boolean(busy) || isThere || isTooFar || (to === 'publish' && lacks !== undefined);
  return html`<button
    class="button large ${to === 'publish' ? 'primary' : ''}"
    type="button"
    data-do=${to}
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${() => {
      if (!isOff) go(to);
    }}
  >
    ${busy === to ? texts.get('builder.saving') : texts.get(label)}
  </button>`;
}

function recordsPanel({ texts, formats, records: { list, total, isLost }, fields }: LaterView): TemplateResult {
  const heads = ['test.received', 'test.user', 'test.filled', 'test.failed'] as const;
  const typeOf = new Map(fields.map(({ field, type }) => [field, type]));
  return html`<section class="panel">
    <div class="panel-head">
      <h3>${texts.get('test.records')}</h3>
      <p class="quiet" role="status">
        ${isLost ? texts.get('test.lost') : total > 0 ? texts.get('test.count', { count: total }) : nothing}
      </p>
    </div>
    ${
      list.length === 0
        ? html`<p class="waiting">${icon('wait')}${texts.get('test.waiting')}</p>`
        : html`<table class="list records" role="table" aria-label=${texts.get('test.records')}>
            <thead role="rowgroup">
              <tr role="row">
                ${heads.map((key) => html`<th role="columnheader" scope="col">${texts.get(key)}</th>`)}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${list.map(
                (record) =>
                  html`<tr role="row" class=${record.failed.length > 0 ? 'bad' : ''}>
                    <th role="rowheader" scope="row"><bdi>${formats.time(record.received_at)}</bdi></th>
                    <td role="cell"><bdi class="code">${record.event.user_id}</bdi></td>
                    <td role="cell">
                      <bdi class="code">${record.filled.map((field) => filled(record, field)).join(', ') || '–'}</bdi>
                    </td>
                    <td role="cell" class="reasons">
                      ${
                        record.failed.length === 0
                          ? '–'
                          : record.failed.map(
                              ({ field, reason }) =>
                                html`<p title=${reason}>
                                  ${texts.get('test.reason', { field, reason: why(record, field, typeOf.get(field), texts) })}
                                </p>`,
                            )
                      }
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function valueOf({ event }: TestRecord, field: string): unknown {
  return event.properties?.[field] ?? (event as Readonly<Record<string, unknown>>)[field];
}

const filled = (record: TestRecord, field: string): string => `${field}=${String(valueOf(record, field))}`;

/** Why a field is not filled, in the words of the reader's language. */
function why(record: TestRecord, field: string, type: string | undefined, texts: LaterView['texts']): string {
  const value = valueOf(record, field);
  if (value === undefined || value === null || !type) return texts.get('test.reason.missing');
  const name = (word: string): string => texts.find(`event.type.${word}`) ?? word;
  return texts.get('test.reason.type', { got: name(typeof value), type: name(type) });
}
