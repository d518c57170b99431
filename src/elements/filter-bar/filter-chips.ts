import { html, type TemplateResult } from 'lit';
import type { Catalog, Filter } from '#contract/api.js';
import { labelOf } from '#i18n/labels.js';
import { filterText } from '../base/filter-text.js';
import { icon } from '../base/icons.js';
import type { BarView } from './bar-view.js';

/** What can be done with free filters. */
export interface ChipActions {
  /** The filter whose editor is open; `new` for one that is being made. */
  readonly open: string | undefined;
  readonly edit: (index: number | 'new', anchor: HTMLElement) => void;
  readonly remove: (index: number) => void;
}

/** The free filters in force, each to be changed or removed, and the button that adds one. */
export function filterChips({ value, texts, catalog }: BarView, { open, edit, remove }: ChipActions): TemplateResult {
  const at = (index: number | 'new') => (event: Event) => edit(index, event.currentTarget as HTMLElement);
  return html`${(value.filters ?? []).map((filter, index) => {
      const text = catalog ? filterText(readable(filter, catalog, texts), catalog, texts) : filter.field;
      return html`<span class="chip">
        <button
          class="pick"
          type="button"
          aria-haspopup="dialog"
          aria-expanded=${open === `filter-${index}`}
          title=${text}
          @click=${at(index)}
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
    })}<button
      class="pick add"
      data-pick="add"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${open === 'filter-new'}
      ?disabled=${!catalog}
      @click=${at('new')}
    >
      ${icon('plus')}<span class="face">${texts.get('filter.add')}</span>
    </button>`;
}

/** Sources by their names. */
function readable(filter: Filter, { sources }: Catalog, texts: BarView['texts']): Filter {
  if (filter.field !== 'source') return filter;
  const name = (key: string): string => {
    const source = sources.find((one) => one.key === key);
    return source ? labelOf(source.label, `source.${key}`, texts) : key;
  };
  return { ...filter, values: (filter.values ?? []).map((value) => name(String(value))) };
}
