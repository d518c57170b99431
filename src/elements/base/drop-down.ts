import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Choices } from './choices.js';
import type { DropDownController } from './drop-down-controller.js';
import { addIcons, icon } from './icons.js';

addIcons({ chevron: svg`<path d="m4.5 6.500 3.500 3.500 3.500-3.500"/>` });

/** A button that opens a list of choices. */
export interface DropDown<Value extends string = string> extends Choices<Value> {
  /** Tells it from the widget's other popovers. */
  readonly name: string;
  /** What the button shows; default the labels of what is chosen. */
  readonly face?: unknown;
  /** Stands before the face: an icon. */
  readonly sign?: unknown;
}

/**
 * A drop-down: a button that says what is chosen, and while it is open its list, in the top layer at the button's start.
 * Escape and a click elsewhere close it, and the focus goes back to the button. Add `dropDownStyles` to the widget's.
 *
 * @example dropDown({ name: 'metric', label: 'Metric', choices, chosen: ['opens'], choose }, this.#dropDowns)
 */
export function dropDown<Value extends string>(of: DropDown<Value>, drops: DropDownController): TemplateResult {
  const { name, label, search, sign, isMultiple } = of;
  const isOpen = drops.popovers.open === name;
  const toggle = (event: Event): void => drops.toggle(name, event.currentTarget as HTMLElement, of);
  const choose = (value: Value): void => {
    if (!isMultiple) drops.popovers.close();
    of.choose(value);
  };
  return html`<button
      class="pick"
      type="button"
      data-pick=${name}
      aria-haspopup=${search ? 'dialog' : 'listbox'}
      aria-expanded=${isOpen}
      @click=${toggle}
      @keydown=${(event: KeyboardEvent) => opens(event, isOpen) && toggle(event)}
    >
      ${sign ?? nothing}<span class="face"
        ><span class="hidden-text">${label} </span>${of.face ?? chosenLabels(of)}</span
      >${icon('chevron')}
    </button>
    ${isOpen && drops.kit ? list({ ...of, choose }, drops) : nothing}`;
}

function list<Value extends string>(of: DropDown<Value>, { kit, keys }: DropDownController): TemplateResult {
  return html`<div
    popover="auto"
    data-at="start"
    role=${of.search ? 'dialog' : nothing}
    aria-label=${of.search ? of.label : nothing}
    @keydown=${leave}
  >
    ${kit!.choiceList(of, keys, `${of.name}-choices`)}
  </div>`;
}

/** Arrow keys open it too, as they do a native one. */
function opens(event: KeyboardEvent, isOpen: boolean): boolean {
  if (isOpen || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
  event.preventDefault();
  return true;
}

/** Tab goes on from the button. */
function leave(event: KeyboardEvent): void {
  if (event.key === 'Tab') (event.currentTarget as HTMLElement).hidePopover();
}

function chosenLabels<Value extends string>({ choices, chosen }: Choices<Value>): string {
  return choices.flatMap(({ value, label }) => (chosen.includes(value) ? [label] : [])).join(', ');
}
