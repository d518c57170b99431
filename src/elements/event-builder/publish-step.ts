import { html, nothing, type TemplateResult } from 'lit';
import type { TestRecord } from '#contract/api.js';
import type { EventPublishMessages } from '#i18n/event-publish/section.js';
import '../base/check-icon.js';
import { icon } from '../base/icons.js';
import type { StepView } from './step-view.js';

type PublishView = StepView<EventPublishMessages>;

/** Saving, testing and publishing; and in test mode what comes in. */
export function publishStep(view: PublishView): TemplateResult {
  const { texts, isReadOnly, isChecked, lacks, saved, isDirty } = view;
  const state = saved && !isDirty ? saved.body.state : undefined;
  return html`
    <section class="panel">
      <h3>${texts.get('publish.title')}</h3>
      <p class="quiet">${texts.get('publish.hint')}</p>
      ${
        isReadOnly
          ? nothing
          : html`<div class="goals">
              ${goal('test', 'publish.saveTest', view)}${goal('publish', 'publish.savePublish', view)}
            </div>`
      }
      ${isChecked || isReadOnly ? nothing : html`<p class="verdict wait">${icon('wait')}${texts.get('publish.needsCheck')}</p>`}
      ${lacks && !isReadOnly ? html`<p class="quiet">${texts.get('publish.needsPublish', { permission: lacks })}</p>` : nothing}
      <p class="verdict good" role="status">
        ${state === 'published' ? html`${icon('check')}${texts.get('publish.done')}` : nothing}
      </p>
    </section>
    ${state === 'testing' ? recordsPanel(view) : nothing}
  `;
}

function goal(
  to: 'test' | 'publish',
  label: 'publish.saveTest' | 'publish.savePublish',
  view: PublishView,
): TemplateResult {
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

function recordsPanel({ texts, formats, records, fields }: PublishView): TemplateResult {
  const { list = [], total = 0, isLost = false } = records ?? {};
  const heads = ['publish.received', 'publish.user', 'publish.filled', 'publish.failed'] as const;
  const typeOf = new Map(fields.map(({ field, type }) => [field, type]));
  return html`<section class="panel">
    <div class="panel-head">
      <h3>${texts.get('publish.records')}</h3>
      <p class="quiet" role="status">
        ${isLost ? texts.get('publish.lost') : total > 0 ? texts.get('publish.count', { count: total }) : nothing}
      </p>
    </div>
    ${
      list.length === 0
        ? html`<p class="waiting">${icon('wait')}${texts.get('publish.waiting')}</p>`
        : html`<table class="list records" role="table" aria-label=${texts.get('publish.records')}>
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
                                  ${texts.get('publish.reason', { field, reason: why(record, field, typeOf.get(field), texts) })}
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
function why(record: TestRecord, field: string, type: string | undefined, texts: PublishView['texts']): string {
  const value = valueOf(record, field);
  if (value === undefined || value === null || !type) return texts.get('publish.reason.missing');
  const name = (word: string): string => texts.find(`event.type.${word}`) ?? word;
  return texts.get('publish.reason.type', { got: name(typeof value), type: name(type) });
}
