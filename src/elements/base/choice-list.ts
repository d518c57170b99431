import { html, nothing, type TemplateResult } from 'lit';
import './check-icon.js';
import type { ChoiceController } from './choice-controller.js';
import type { Choice, Choices } from './choices.js';
import { icon } from './icons.js';

/**
 * A list of choices, with the field that narrows it where it is long. The focus stays on the field, or on the list.
 *
 * @param id of the list, unique in the shadow root.
 */
export function choiceList<Value extends string>(
  of: Choices<Value>,
  keys: ChoiceController,
  id: string,
): TemplateResult {
  const shown = keys.shown(of);
  const active = shown.length > 0 ? `${id}-${Math.min(keys.active, shown.length - 1)}` : nothing;
  return html`
    <div class="choices" @keydown=${(event: KeyboardEvent) => keys.press(event, of)}>
      ${of.search ? searchField(of, keys, id, active) : nothing}
      <ul
        class="scroll"
        id=${id}
        role="listbox"
        aria-label=${of.label}
        aria-multiselectable=${of.isMultiple ? 'true' : nothing}
        aria-activedescendant=${of.search ? nothing : active}
        tabindex=${of.search ? -1 : 0}
        ?autofocus=${!of.search}
      >
        ${shown.map((choice, index) => option(choice, of, keys, index, id))}
      </ul>
      <div role="status">${shown.length === 0 && of.none ? html`<p class="none">${of.none}</p>` : nothing}</div>
    </div>
  `;
}

function searchField<Value extends string>(
  of: Choices<Value>,
  keys: ChoiceController,
  id: string,
  active: string | typeof nothing,
): TemplateResult {
  return html`<label class="find">
    ${icon('search')}
    <input
      type="text"
      role="combobox"
      autofocus
      autocomplete="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-expanded="true"
      aria-controls=${id}
      aria-activedescendant=${active}
      aria-label=${of.search!.label}
      placeholder=${of.search!.label}
      .value=${keys.query}
      @input=${(event: Event) => keys.find(of, (event.target as HTMLInputElement).value)}
    />
  </label>`;
}

function option<Value extends string>(
  { value, label, hint, sign }: Choice<Value>,
  { chosen, choose }: Choices<Value>,
  keys: ChoiceController,
  index: number,
  id: string,
): TemplateResult {
  const isChosen = chosen.includes(value);
  return html`<li
    class="choice ${index === keys.active ? 'active' : ''}"
    id="${id}-${index}"
    role="option"
    aria-selected=${String(isChosen)}
    @pointermove=${() => keys.point(index)}
    @click=${() => choose(value)}
  >
    ${sign ?? nothing}<span class="words"><bdi>${label}</bdi>${hint ? html` <small>${hint}</small>` : nothing}</span
    >${isChosen ? icon('check') : nothing}
  </li>`;
}
