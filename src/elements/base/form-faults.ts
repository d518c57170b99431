import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '#i18n/form/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from './icons.js';

/** Something to mend in a form. */
export interface FormFault {
  /** The field's id. */
  readonly id: string;
  /** What the field is called, with where it stands: “Action 2, element”. */
  readonly name: string;
  readonly text: string;
}

/** How many faults there are and what they are; each leads to its field. Told to assistive technology at once. */
export function faultSummary(
  faults: readonly FormFault[],
  texts: Texts<FormMessages>,
  go: (id: string) => void,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="fault-summary" role="alert">
    ${icon('fault')}
    <div>
      <p class="count">${texts.get('form.faults', { count: faults.length })}</p>
      <ul>
        ${faults.map(
          ({ id, name, text }) =>
            html`<li>
              <button class="cure" type="button" @click=${() => go(id)}>${name}</button>
              <span>${text}</span>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Brings a field of a form into sight and gives it the focus. Answers whether there is one. */
export function focusField(root: ShadowRoot | null, id: string): boolean {
  const field = root?.getElementById(id);
  if (!field) return false;
  field.scrollIntoView({ block: 'nearest' });
  field.focus({ preventScroll: true });
  return true;
}

/** Gives the focus to the first field of the form, in its order on the page, that has a fault. */
export function focusFirstFault(root: ShadowRoot | null): boolean {
  const field = root?.querySelector('[aria-invalid="true"]');
  return field ? focusField(root, field.id) : false;
}
