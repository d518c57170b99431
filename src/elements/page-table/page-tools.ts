import { html, type TemplateResult } from 'lit';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from '../base/icons.js';
import type { PopoverController } from '../base/popover-controller.js';
import { mainColumn, metricOfColumn, type PageColumnId } from './page-columns.js';
import { metricOfOrder } from './page-question.js';

/** What can be found, sorted and chosen, and who is told. */
export interface PageTools {
  readonly texts: Texts<PageTableMessages>;
  readonly search: string;
  readonly isSearchable: boolean;
  readonly order: string;
  /** Columns that can be chosen, by their full names. */
  readonly offered: readonly { readonly id: PageColumnId; readonly name: string }[];
  readonly chosen: readonly PageColumnId[];
  readonly isUsual: boolean;
  readonly popovers: PopoverController;
  /** `isFinal` where the reader does not type on. */
  readonly find: (search: string, isFinal: boolean) => void;
  readonly sort: ((metric: string, isDescending: boolean) => void) | undefined;
  /** Nothing for the usual columns. */
  readonly chooseColumns: (columns: readonly PageColumnId[] | undefined) => void;
}

/** Search field, and the button that opens what can be chosen. */
export function toolRow({ texts, search, isSearchable, popovers, find }: PageTools): TemplateResult {
  const read = (event: Event): string => (event.target as HTMLInputElement).value;
  const isOpen = popovers.open === 'columns';
  return html`
    <div class="tools">
      <label class="search">
        ${icon('search')}
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          aria-label=${texts.get('pages.search')}
          placeholder=${texts.get('pages.search')}
          .value=${search}
          ?disabled=${!isSearchable}
          @input=${(event: Event) => find(read(event), false)}
          @change=${(event: Event) => find(read(event), true)}
        />
      </label>
      <button
        class="button choose"
        type="button"
        aria-label=${texts.get('pages.columns')}
        aria-haspopup="dialog"
        aria-expanded=${isOpen}
        @click=${(event: MouseEvent) => popovers.toggle('columns', event.currentTarget as HTMLElement)}
      >
        ${icon('columns')}<span class="word">${texts.get('pages.columns')}</span>
      </button>
    </div>
  `;
}

/** What opens at the button: how to sort, which columns. */
export function chooser(tools: PageTools): TemplateResult {
  const { texts, offered, chosen, isUsual, chooseColumns } = tools;
  const toggle = (id: PageColumnId) => (event: Event) => {
    const isOn = (event.target as HTMLInputElement).checked;
    chooseColumns(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  return html`
    <div class="chooser" popover="auto" role="dialog" aria-label=${texts.get('pages.columns')} tabindex="-1">
      <div class="scroll">
        ${sorter(tools)}
        <fieldset>
          <legend>${texts.get('pages.columns')}</legend>
          ${offered.map(
            ({ id, name }) =>
              html`<label class="option">
                <input
                  type="checkbox"
                  .checked=${chosen.includes(id)}
                  ?disabled=${id === mainColumn}
                  @change=${toggle(id)}
                />
                <span>${name}</span>
              </label>`,
          )}
        </fieldset>
        <button class="button" type="button" ?disabled=${isUsual} @click=${() => chooseColumns(undefined)}>
          ${texts.get('pages.reset')}
        </button>
      </div>
    </div>
  `;
}

/** Labelled rows have no heads to sort by. */
function sorter({ texts, offered, order, sort }: PageTools): TemplateResult {
  const isDescending = order.startsWith('-');
  const metric = metricOfOrder(order);
  const sortable = offered.filter(({ id }) => id !== 'share');
  return html`
    <div class="sorter">
      <label>
        <span>${texts.get('pages.sort')}</span>
        <select
          ?disabled=${!sort}
          @change=${(event: Event) => sort?.((event.target as HTMLSelectElement).value, isDescending)}
        >
          ${sortable.map(
            ({ id, name }) =>
              html`<option value=${metricOfColumn(id)} ?selected=${metricOfColumn(id) === metric}>${name}</option>`,
          )}
        </select>
      </label>
      <button class="button" type="button" ?disabled=${!sort} @click=${() => sort?.(metric, !isDescending)}>
        ${texts.get(isDescending ? 'pages.descending' : 'pages.ascending')}
      </button>
    </div>
  `;
}
