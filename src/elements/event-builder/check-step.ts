import { html, nothing, type TemplateResult } from 'lit';
import type { FieldType } from '#contract/api.js';
import type { EventCheckMessages } from '#i18n/event-check/section.js';
import type { EventRulesMessages } from '#i18n/event-rules/section.js';
import '../base/check-icon.js';
import { icon } from '../base/icons.js';
import type { Draft } from './draft.js';
import type { CheckedField } from './field-lookup.js';
import type { StepView } from './step-view.js';

type CheckView = StepView<EventCheckMessages & EventRulesMessages>;

/** The check: rules first, then the table of what has come in under each field's name; and the dry run. */
export function checkStep(view: CheckView): TemplateResult {
  const { texts, isChecked, fields, busy, check, isReadOnly } = view;
  const label = busy === 'fields' ? 'check.checking' : isChecked ? 'check.again' : 'check.go';
  const said =
    busy === 'fields'
      ? ''
      : isChecked
        ? texts.get('check.passed')
        : fields.length > 0
          ? texts.get('check.changed')
          : '';
  return html`
    <section class="panel">
      <div class="panel-head">
        <div>
          <h3>${texts.get('check.title')}</h3>
          <p class="quiet">${texts.get('check.hint')}</p>
        </div>
        ${
          isReadOnly
            ? nothing
            : html`<button
                class="button large ${isChecked ? '' : 'primary'}"
                type="button"
                data-do="check"
                @click=${check}
              >
                ${icon('refresh')}${texts.get(label)}
              </button>`
        }
      </div>
      <p class="verdict ${isChecked ? 'good' : ''}" role="status">
        ${said ? html`${icon(isChecked ? 'check' : 'wait')}${said}` : nothing}
      </p>
      ${isChecked || fields.length > 0 ? fieldTable(view) : nothing}
    </section>
    ${dryRunPanel(view)}
  `;
}

function fieldTable({ texts, draft, fields, isChecked, isReadOnly, change }: CheckView): TemplateResult {
  if (fields.length === 0) return html`<p class="quiet">${texts.get('check.noFields')}</p>`;
  const heads = ['rules.part.field', 'rules.part.type', 'check.sample', 'check.result'] as const;
  return html`<table class="list ${isChecked ? '' : 'old'}" role="table" aria-label=${texts.get('check.title')}>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((key) => html`<th role="columnheader" scope="col">${texts.get(key)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${fields.map((field) => {
        const verdict = verdictOf(field);
        const other = field.arrives[0];
        const typed = texts.get(`event.type.${field.type}`);
        return html`<tr role="row" class=${verdict}>
          <th role="rowheader" scope="row"><bdi class="code">${field.field}</bdi></th>
          <td role="cell">${typed}</td>
          <td role="cell"><bdi class="code">${field.sample ?? '–'}</bdi></td>
          <td role="cell" class="verdict ${verdict}">
            ${icon(verdict === 'good' ? 'check' : verdict === 'bad' ? 'wrong' : 'wait')}<span
              >${
                verdict === 'good'
                  ? texts.get('check.seen')
                  : verdict === 'wait' || !other
                    ? texts.get('check.unseen')
                    : html`${texts.get('check.arrives', { arrives: texts.get(`event.type.${other}`), type: typed })}
                      ${
                        isReadOnly
                          ? nothing
                          : html`<button
                              class="cure"
                              type="button"
                              @click=${() => change(retyped(draft, field.field, other))}
                            >
                              ${texts.get('check.makeType', { type: texts.get(`event.type.${other}`) })}
                            </button>`
                      }`
              }</span
            >
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** A draft with another type of a field, wherever it is filled. */
function retyped(draft: Draft, field: string, type: FieldType): Draft {
  const actions = draft.actions.map((action) => ({
    ...action,
    data: action.data.map((one) => (one.field === field ? { ...one, type } : one)),
  }));
  return { ...draft, actions };
}

/** Whether what comes in fits: something of the type, something else, nothing yet. */
export function verdictOf({ type, arrives }: Pick<CheckedField, 'type' | 'arrives'>): 'good' | 'bad' | 'wait' {
  if (arrives.length === 0) return 'wait';
  return arrives.includes(type) ? 'good' : 'bad';
}

function dryRunPanel({ texts, formats, saved, isDirty, dryRun, runDry }: CheckView): TemplateResult {
  const isUnsaved = !saved || isDirty;
  const run = (): void => {
    if (!isUnsaved && dryRun !== 'pending') runDry();
  };
  const answer = typeof dryRun === 'object' && !isUnsaved ? dryRun : undefined;
  return html`<section class="panel">
    <div class="panel-head">
      <div>
        <h3>${texts.get('check.dryRun')}</h3>
        <p class="quiet">${texts.get(isUnsaved ? 'check.dryRunUnsaved' : 'check.dryRunHint')}</p>
      </div>
      <button
        class="button large"
        type="button"
        data-do="dry-run"
        aria-disabled=${isUnsaved || dryRun === 'pending' ? 'true' : nothing}
        @click=${run}
      >
        ${texts.get('check.dryRunGo')}
      </button>
    </div>
    <p class="verdict" role="status">
      ${answer ? texts.get('check.matchedCount', { count: answer.matched }) : dryRun === 'failed' ? texts.get('check.dryRunFailed') : nothing}
    </p>
    ${
      answer
        ? html`<table class="list days" role="table" aria-label=${texts.get('check.dryRun')}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${texts.get('check.day')}</th>
                <th role="columnheader" scope="col">${texts.get('check.matched')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${answer.days.map(
                ({ day, matched }) =>
                  html`<tr role="row">
                    <th role="rowheader" scope="row">${formats.day(day)}</th>
                    <td role="cell"><bdi>${formats.count(matched)}</bdi></td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }
  </section>`;
}
