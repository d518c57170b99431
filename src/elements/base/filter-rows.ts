import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Catalog, Filter } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { Texts } from '#i18n/texts.js';
import { filterChips } from './filter-chips.js';
import type { EditorQuestion, FilterEditor } from './filter-editor.js';
import type * as FilterKit from './filter-kit.js';
import type { Kit } from './kit.js';
import type { PopoverController } from './popover-controller.js';

/** The filters of one thing: of a scope, an analysis, a step of a funnel. */
export interface FilterList extends Omit<EditorQuestion, 'catalog' | 'apply'> {
  /** Tells the list from others in the element. */
  readonly name: string;
  readonly filters: readonly Filter[];
  /** Nothing while it loads. */
  readonly catalog: Catalog | undefined;
  readonly change: (filters: readonly Filter[]) => void;
}

/** What filters are written with. */
export interface FilterRowsView {
  readonly texts: Texts<FilterRowsMessages>;
  readonly formats: Formats;
}

/**
 * Filters that all have to hold: a chip for each, which opens the form that changes it, and a button that adds one. One
 * for all lists of an element. What makes a filter is loaded when somebody does. Add `dropDownStyles`, `filterRowsStyles`
 * and `popoverFormStyles` to the element's, and show `announcement` in a live region.
 *
 * @example
 * readonly #filters = new FilterRows(this, this.popovers, this.kit(() => import('../base/filter-kit.js')));
 * this.#filters.render({ name: 'filter', filters, catalog, valuesOf, change }, { texts, formats })
 */
export class FilterRows {
  readonly #host: LitElement;
  readonly #popovers: PopoverController;
  readonly #kit: Kit<typeof FilterKit>;
  #editor: FilterEditor | undefined;
  #announcement = '';

  constructor(host: LitElement, popovers: PopoverController, kit: Kit<typeof FilterKit>) {
    this.#host = host;
    this.#popovers = popovers;
    this.#kit = kit;
  }

  /** What a screen reader is told of what its user has just done. */
  get announcement(): string {
    return this.#announcement;
  }

  /** A list of filters, with the open form of one of them. */
  render(of: FilterList, view: FilterRowsView): TemplateResult {
    const { open } = this.#popovers;
    const { name, filters, catalog } = of;
    const index = open?.startsWith(`${name}-`) ? open.slice(name.length + 1) : undefined;
    const isEdited = index === 'new' || (index !== undefined && filters[Number(index)] !== undefined);
    return html`
      ${filterChips({
        ...{ name, filters, catalog, open, texts: view.texts },
        edit: (at, anchor) => void this.#edit(of, at, anchor),
        remove: (at) => this.#remove(of, at, view),
      })}
      ${
        isEdited && this.#editor && catalog
          ? // its texts have come with it
            this.#editor.render({ ...of, catalog, apply: (filter) => this.#apply(of, index, filter) }, view)
          : nothing
      }
    `;
  }

  async #edit({ name, filters }: FilterList, index: number | 'new', anchor: HTMLElement): Promise<void> {
    const { FilterEditor: Editor } = await this.#kit.ready();
    this.#editor ??= new Editor(this.#host);
    this.#editor.start(index === 'new' ? undefined : filters[index]);
    this.#popovers.toggle(`${name}-${index}`, anchor);
  }

  #apply({ filters, change }: FilterList, index: string, filter: Filter): void {
    this.#popovers.close();
    change(filters.toSpliced(index === 'new' ? filters.length : Number(index), 1, filter));
  }

  #remove({ name, filters, change }: FilterList, index: number, { texts }: FilterRowsView): void {
    change(filters.toSpliced(index, 1));
    this.#announcement = texts.get('filter.removed');
    this.#host.requestUpdate();
    this.#host.shadowRoot?.querySelector<HTMLElement>(`[data-pick="${name}-add"]`)?.focus();
  }
}
