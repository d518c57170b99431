import { html, type TemplateResult } from 'lit';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from '../base/icons.js';

/** What is looked for, and who is told. */
export interface PageSearch {
  readonly texts: Texts<PageTableMessages>;
  readonly search: string;
  readonly isSearchable: boolean;
  /** `isFinal` where the reader does not type on. */
  readonly find: (search: string, isFinal: boolean) => void;
}

/** The field that finds pages. */
export function searchField({ texts, search, isSearchable, find }: PageSearch): TemplateResult {
  const read = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<label class="search">
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
  </label>`;
}
