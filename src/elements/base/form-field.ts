import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addIcons, icon } from './icons.js';

addIcons({
  fault: svg`<path d="M8 2.500 14 13H2zM8 6.500v3M8 11.200v.1"/>`,
  down: svg`<path d="m4.500 6.500 3.500 3.500 3.500-3.500"/>`,
});

/** What every field of a form says. */
export interface FormField {
  /** Tells it from the form's other fields; the summary of faults goes to it by this name. */
  readonly id: string;
  readonly label: string;
  /** Quiet help under the field; what is wrong takes its place. */
  readonly hint?: unknown;
  /** What is wrong with it; nothing while it is well. */
  readonly fault?: unknown;
  /** A cure of one click, beside what is wrong. */
  readonly cure?: { readonly label: unknown; readonly run: () => void } | undefined;
  /** The label is only for assistive technology, where a head above the column says it. */
  readonly isLabelHidden?: boolean;
  /** Further classes of the field. */
  readonly className?: string;
}

/** A field that holds a text. */
export interface TextField extends FormField {
  readonly value: string;
  readonly input: (value: string) => void;
  /** Called when the field is left, or Enter is pressed in it. */
  readonly change?: () => void;
  readonly isReadOnly?: boolean;
  /** Names, paths and code stand in a fixed pitch, from left to right. */
  readonly isCode?: boolean;
  readonly placeholder?: string;
  /** Offered while one types. */
  readonly suggestions?: readonly string[] | undefined;
  readonly type?: 'text' | 'number';
}

/** A field of which one of a few values is chosen. */
export interface SelectField<Value extends string> extends FormField {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly choose: (value: Value) => void;
  readonly isReadOnly?: boolean;
}

/** A label, what one fills in, and below it the hint or the fault; `control` has to bear the field's id. */
export function formField(of: FormField, control: unknown): TemplateResult {
  const { id, label, hint, fault, cure, isLabelHidden, className = '' } = of;
  return html`<div class="form-field ${className} ${fault ? 'bad' : ''}">
    <label class=${isLabelHidden ? 'hidden-text' : nothing} for=${id}>${label}</label>
    ${control}
    <p class="below" id="${id}-below" ?hidden=${!fault && !hint}>
      ${
        fault
          ? html`${icon('fault')}<span
                >${fault}${
                  cure ? html` <button class="cure" type="button" @click=${cure.run}>${cure.label}</button>` : nothing
                }</span
              >`
          : (hint ?? nothing)
      }
    </p>
  </div>`;
}

/** A field that holds a text. */
export function textField(of: TextField): TemplateResult {
  const { id, value, suggestions, isCode } = of;
  const read = (event: Event): void => of.input((event.target as HTMLInputElement).value);
  return formField(
    of,
    html`<input
        id=${id}
        class=${isCode ? 'code' : nothing}
        type=${of.type ?? 'text'}
        dir=${isCode ? 'ltr' : nothing}
        autocomplete="off"
        autocapitalize=${isCode ? 'none' : nothing}
        spellcheck=${isCode ? 'false' : nothing}
        placeholder=${of.placeholder ?? nothing}
        list=${suggestions?.length ? `${id}-list` : nothing}
        aria-describedby="${id}-below"
        aria-invalid=${of.fault ? 'true' : nothing}
        ?readonly=${of.isReadOnly}
        .value=${live(value)}
        @input=${read}
        @change=${() => of.change?.()}
      />${
        suggestions?.length
          ? html`<datalist id="${id}-list">${suggestions.map((one) => html`<option value=${one}></option>`)}</datalist>`
          : nothing
      }`,
  );
}

/** A field of which one of a few values is chosen. */
export function selectField<Value extends string>(of: SelectField<Value>): TemplateResult {
  const { id, value, options } = of;
  const read = (event: Event): void => of.choose((event.target as HTMLSelectElement).value as Value);
  return formField(
    of,
    html`<span class="select"
      ><select
        id=${id}
        aria-describedby="${id}-below"
        aria-invalid=${of.fault ? 'true' : nothing}
        ?disabled=${of.isReadOnly}
        @change=${read}
      >
        ${options.map(
          (one) => html`<option value=${one.value} .selected=${live(one.value === value)}>${one.label}</option>`,
        )}</select
      >${icon('down')}</span
    >`,
  );
}
