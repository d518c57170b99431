import { html, svg, type TemplateResult } from 'lit';
import type { Catalog, Filter } from '#contract/api.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import { labelOf } from '#i18n/labels.js';
import type { Texts } from '#i18n/texts.js';
import { filterText } from './filter-text.js';
import { addIcons, icon } from './icons.js';

addIcons({ plus: svg`<path d="M8 3.500v9M3.500 8h9"/>` });

/** A list of filters, and what can be done with it. */
export interface FilterChips {
  /** Tells the list from others in the element. */
  readonly name: string;
  readonly filters: readonly Filter[];
  readonly texts: Texts<FilterRowsMessages>;
  /** Nothing while it loads: filters are called by their fields then, and none can be made. */
  readonly catalog: Catalog | undefined;
  /** Name of the open popover: `NAME-0` for the first filter, `NAME-new` for one that is being made. */
  readonly open: string | undefined;
  readonly edit: (index: number | 'new', anchor: HTMLElement) => void;
  readonly remove: (index: number) => void;
}

/** Filters that all have to hold, each to be changed or removed, and the button that adds one. */
export function filterChips(of: FilterChips): TemplateResult {
  const { name, filters, texts, catalog, open, edit } = of;
  return html`${filters.map((filter, index) => chip(filter, index, of))}<button
      class="pick add"
      data-pick="${name}-add"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${open === `${name}-new`}
      ?disabled=${!catalog}
      @click=${(event: Event) => edit('new', event.currentTarget as HTMLElement)}
    >
      ${icon('plus')}<span class="face">${texts.get('filter.add')}</span>
    </button>`;
}

function chip(filter: Filter, index: number, { name, texts, catalog, open, edit, remove }: FilterChips) {
  const text = catalog ? filterText(readable(filter, catalog, texts), catalog, texts) : filter.field;
  return html`<span class="chip">
    <button
      class="pick"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${open === `${name}-${index}`}
      title=${text}
      @click=${(event: Event) => edit(index, event.currentTarget as HTMLElement)}
    >
      <span class="face"><bdi>${text}</bdi></span>
    </button>
    <button
      class="tool"
      type="button"
      aria-label=${texts.get('filter.remove', { filter: text })}
      @click=${() => remove(index)}
    >
      ${icon('close')}
    </button>
  </span>`;
}

/** Sources by their names. */
function readable(filter: Filter, { sources }: Catalog, texts: Texts): Filter {
  if (filter.field !== 'source') return filter;
  const name = (key: string): string => {
    const source = sources.find((one) => one.key === key);
    return source ? labelOf(source.label, `source.${key}`, texts) : key;
  };
  return { ...filter, values: (filter.values ?? []).map((value) => name(String(value))) };
}
