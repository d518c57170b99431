import { html, nothing, svg, type TemplateResult } from 'lit';
import { addIcons, icon } from '../base/icons.js';
import type { CheckedField } from './field-lookup.js';
import type { LaterView } from './later-view.js';

addIcons({
  wait: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3.200l2 1.300"/>`,
  wrong: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
});

/** The check: rules first, then the table of what has come in under each field's name; and the dry run. */
export function checkStep(view: LaterView): TemplateResult {
  const { texts, isChecked, fields, busy, check, isReadOnly } = view;
  const label = busy === 'fields' ? 'test.checking' : isChecked ? 'test.checkAgain' : 'test.check';
  const said =
    busy === 'fields' ? '' : isChecked ? texts.get('test.passed') : fields.length > 0 ? texts.get('test.changed') : '';
  return html`
    <section class="panel">
      <div class="panel-head">
        <div>
          <h3>${texts.get('test.checkTitle')}</h3>
          <p class="quiet">${texts.get('test.checkHint')}</p>
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

function fieldTable({ texts, fields, isChecked, isReadOnly, retype }: LaterView): TemplateResult {
  if (fields.length === 0) return html`<p class="quiet">${texts.get('test.noFields')}</p>`;
  const heads = ['builder.field', 'builder.type', 'test.sample', 'test.result'] as const;
  return html`<table class="list ${isChecked ? '' : 'old'}" role="table" aria-label=${texts.get('test.checkTitle')}>
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
                  ? texts.get('test.seen')
                  : verdict === 'wait' || !other
                    ? texts.get('test.unseen')
                    : html`${texts.get('test.arrives', { arrives: texts.get(`event.type.${other}`), type: typed })}
                      ${
                        isReadOnly
                          ? nothing
                          : html`<button class="cure" type="button" @click=${() => retype(field.field, other)}>
                              ${texts.get('test.makeType', { type: texts.get(`event.type.${other}`) })}
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

/** Whether what comes in fits: something of the type, something else, nothing yet. */
export function verdictOf({ type, arrives }: Pick<CheckedField, 'type' | 'arrives'>): 'good' | 'bad' | 'wait' {
  if (arrives.length === 0) return 'wait';
  return arrives.includes(type) ? 'good' : 'bad';
}

function dryRunPanel({ texts, formats, saved, isDirty, dryRun, runDry }: LaterView): TemplateResult {
  const isUnsaved = !saved || isDirty;
  const run = (): void => {
    if (!isUnsaved && dryRun !== 'pending') runDry();
  };
  const answer = typeof dryRun === 'object' && !isUnsaved ? dryRun : undefined;
  return html`<section class="panel">
    <div class="panel-head">
      <div>
        <h3>${texts.get('test.dryRun')}</h3>
        <p class="quiet">${texts.get(isUnsaved ? 'test.dryRunUnsaved' : 'test.dryRunHint')}</p>
      </div>
      <button
        class="button large"
        type="button"
        data-do="dry-run"
        aria-disabled=${isUnsaved || dryRun === 'pending' ? 'true' : nothing}
        @click=${run}
      >
        ${texts.get('test.dryRunGo')}
      </button>
    </div>
    <p class="verdict" role="status">
      ${answer ? texts.get('test.matchedCount', { count: answer.matched }) : dryRun === 'failed' ? texts.get('test.dryRunFailed') : nothing}
    </p>
    ${
      answer
        ? html`<table class="list days" role="table" aria-label=${texts.get('test.dryRun')}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${texts.get('test.day')}</th>
                <th role="columnheader" scope="col">${texts.get('test.matched')}</th>
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
