import { html, type TemplateResult } from 'lit';
import type { TableMessages } from '#i18n/table/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from './icons.js';
import type { PopoverController } from './popover-controller.js';
import { columnOfOrder, directionOfOrder } from './sort-head.js';

/** A column that can be chosen. */
export interface OfferedColumn<Id extends string = string> {
  readonly id: Id;
  /** Its full name. */
  readonly name: string;
  /** Always there. */
  readonly isFixed?: boolean;
  /** What sorts by it; nothing where nothing does. */
  readonly order?: string | undefined;
}

/** What can be chosen of a table, and who is told. */
export interface ColumnChooser<Id extends string = string> {
  readonly texts: Texts<TableMessages>;
  readonly offered: readonly OfferedColumn<Id>[];
  readonly chosen: readonly Id[];
  readonly isUsual: boolean;
  /** A column, `-` before it for descending. */
  readonly order: string;
  /** Sorts anew; nothing where the table cannot be sorted. */
  readonly sort: ((order: string) => void) | undefined;
  /** Nothing for the usual columns. */
  readonly choose: (columns: readonly Id[] | undefined) => void;
}

/** The button in a table's head that opens what can be chosen. */
export function columnsButton(texts: Texts<TableMessages>, popovers: PopoverController): TemplateResult {
  return html`<button
    class="button choose"
    type="button"
    aria-label=${texts.get('table.columns')}
    aria-haspopup="dialog"
    aria-expanded=${popovers.open === 'columns'}
    @click=${(event: MouseEvent) => popovers.toggle('columns', event.currentTarget as HTMLElement)}
  >
    ${icon('columns')}<span class="word">${texts.get('table.columns')}</span>
  </button>`;
}

/** What opens at the button: how to sort (in labelled rows, which have no heads), which columns. */
export function columnChooser<Id extends string>(of: ColumnChooser<Id>): TemplateResult {
  const { texts, offered, chosen, isUsual, choose } = of;
  const toggle = (id: Id) => (event: Event) => {
    const isOn = (event.target as HTMLInputElement).checked;
    choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  return html`
    <div class="chooser" popover="auto" role="dialog" aria-label=${texts.get('table.columns')} tabindex="-1">
      <div class="scroll">
        ${sorter(of)}
        <fieldset>
          <legend>${texts.get('table.columns')}</legend>
          ${offered.map(
            ({ id, name, isFixed = false }) =>
              html`<label class="option">
                <input type="checkbox" .checked=${chosen.includes(id)} ?disabled=${isFixed} @change=${toggle(id)} />
                <span>${name}</span>
              </label>`,
          )}
        </fieldset>
        <button class="button" type="button" ?disabled=${isUsual} @click=${() => choose(undefined)}>
          ${texts.get('table.reset')}
        </button>
      </div>
    </div>
  `;
}

function sorter({ texts, offered, order, sort }: Omit<ColumnChooser, 'choose'>): TemplateResult {
  const column = columnOfOrder(order);
  const direction = directionOfOrder(order);
  const sign = direction === 'descending' ? '-' : '';
  return html`
    <div class="sorter">
      <label>
        <span>${texts.get('table.sort')}</span>
        <select
          ?disabled=${!sort}
          @change=${(event: Event) => sort?.(sign + (event.target as HTMLSelectElement).value)}
        >
          ${offered.map(({ name, order: by }) =>
            by === undefined ? '' : html`<option value=${by} ?selected=${by === column}>${name}</option>`,
          )}
        </select>
      </label>
      <button class="button" type="button" ?disabled=${!sort} @click=${() => sort?.(sign ? column : `-${column}`)}>
        ${texts.get(`table.${direction}`)}
      </button>
    </div>
  `;
}
