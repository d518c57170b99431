import { html, nothing, type TemplateResult } from 'lit';
import { eventFields } from '#contract/event-fields.js';
import { reservedEvents } from '#contract/events.js';
import type { Mapping } from '#engine/index.js';
import { roleTable } from '#engine/ingest/roles.js';
import type { ConsoleTexts } from '../../texts/texts.js';
import { custom, mappingOf, noRole, skip, targetOf, ticked } from './mapping-of-form.js';
import { rejectionsPanel } from './reading.js';
import type { Stage } from './stage.js';

/** What the form leads to. */
export interface Mapped {
  read(mapping: Mapping): void;
  another(): void;
}

/** The form that says what the names of a log are here; after a refusal it says first what was wrong. */
export function mappingPanel(
  { mapping, glance, refusal }: Extract<Stage, { kind: 'mapping' }>,
  texts: ConsoleTexts,
  mapped: Mapped,
): TemplateResult {
  const events = refusal?.code === 'no_visits' && refusal.names.length > 0 ? refusal.names : glance.events;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    mapped.read(mappingOf(event.currentTarget as HTMLFormElement));
  };
  return html`
    ${refusal ? refusalPanel(refusal, texts) : nothing}
    <form class="panel" @submit=${submit} @change=${showJson}>
      <h2 tabindex="-1">${texts.get('map.title')}</h2>
      <div class="mapping">
        ${events.length > 0 ? rolesPart(events, mapping, texts) : nothing} ${fieldsPart(glance.fields, mapping, texts)}
      </div>
      <details>
        <summary>${texts.get('map.json')}</summary>
        <pre dir="ltr">${JSON.stringify(mapping, null, 2)}</pre>
      </details>
      <div class="buttons">
        <button class="button primary">${texts.get('map.read')}</button>
        <button type="button" class="button" @click=${() => mapped.another()}>${texts.get('done.other')}</button>
      </div>
    </form>
    ${refusal?.outcome ? rejectionsPanel(refusal.outcome, texts) : nothing}
  `;
}

function refusalPanel(
  refusal: NonNullable<Extract<Stage, { kind: 'mapping' }>['refusal']>,
  texts: ConsoleTexts,
): TemplateResult {
  return html`
    <section class="panel problem" role="alert">
      <h2>${texts.find(`refused.${refusal.code}`)}</h2>
      <p class="hint">
        ${refusal.code === 'unreadable' ? html`<span lang="en">${refusal.message}</span>` : texts.find(`refused.${refusal.code}.hint`)}
      </p>
    </section>
  `;
}

function rolesPart(events: readonly string[], mapping: Mapping, texts: ConsoleTexts): TemplateResult {
  const roleOf = roleTable(mapping);
  const everything = mapping.roles?.page_view === '*';
  return html`
    <div>
      <h3>${texts.get('map.roles')}</h3>
      <p class="hint">${texts.get('map.roles.hint')}</p>
      <label class="check"><input type="checkbox" name="every" .checked=${everything} />${texts.get('map.all')}</label>
      <div class="scroll">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${texts.get('map.event')}</th>
              <th scope="col">${texts.get('map.role')}</th>
            </tr>
          </thead>
          <tbody>
            ${events.map(
              (name) => html`
                <tr>
                  <td><code>${name}</code></td>
                  <td>
                    <select
                      data-event=${name}
                      aria-label=${`${name}: ${texts.get('map.role')}`}
                      .disabled=${everything}
                    >
                      <option value=${noRole} .selected=${roleOf(name) === null}>${texts.get('map.none')}</option>
                      ${reservedEvents.map((role) => html`<option .selected=${roleOf(name) === role}>${role}</option>`)}
                    </select>
                  </td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </div>
  `;
}

function fieldsPart(
  fields: readonly { name: string; example: string }[],
  mapping: Mapping,
  texts: ConsoleTexts,
): TemplateResult {
  return html`
    <div>
      <h3>${texts.get('map.fields')}</h3>
      <p class="hint">${texts.get('map.fields.hint')}</p>
      <label class="check">
        <input type="checkbox" name="major" .checked=${mapping.amount_unit === 'major'} />${texts.get('map.amount')}
      </label>
      <div class="scroll">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${texts.get('map.raw')}</th>
              <th class="example" scope="col">${texts.get('map.example')}</th>
              <th scope="col">${texts.get('map.target')}</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map(({ name, example }) => fieldRow(name, example, mapping, texts))}
          </tbody>
        </table>
      </div>
    </div>
  `;
}

function fieldRow(name: string, example: string, mapping: Mapping, texts: ConsoleTexts): TemplateResult {
  const target = targetOf(name, mapping);
  const option = (value: string, text: string) =>
    html`<option value=${value} .selected=${value === target}>${text}</option>`;
  return html`
    <tr>
      <td><code>${name}</code></td>
      <td class="example"><bdi>${example}</bdi></td>
      <td>
        <select data-field=${name} aria-label=${`${name}: ${texts.get('map.target')}`}>
          ${option(custom, texts.get('map.custom'))} ${option(skip, texts.get('map.skip'))}
          ${eventFields.map((field) => option(field.name, `${field.name} · ${field.label[texts.locale] ?? field.label.en}`))}
        </select>
      </td>
    </tr>
  `;
}

function showJson({ currentTarget }: Event): void {
  const form = currentTarget as HTMLFormElement;
  const every = ticked(form, 'every');
  for (const select of form.querySelectorAll<HTMLSelectElement>('[data-event]')) select.disabled = every;
  form.querySelector('pre')!.textContent = JSON.stringify(mappingOf(form), null, 2);
}
