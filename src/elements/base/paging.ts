import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '#format/formats.js';
import type { TableMessages } from '#i18n/table/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from './icons.js';

/** Which part of a list is on show, and how to get to its neighbours. */
export interface Paging {
  readonly texts: Texts<TableMessages>;
  readonly formats: Formats;
  /** Numbers of the first and last row on show, from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** “1–10 of 226” in words of the language. */
export function spanText({ texts, formats, first, last, total }: Omit<Paging, 'previous' | 'next'>): string {
  const [from, to, of] = [first, last, total].map((number) => formats.count(number));
  return texts.get('table.span', { first: from, last: to, total: of });
}

/** The parts of a list, in the foot; nothing where there is one part. A button that leads nowhere keeps its focus. */
export function pagingRow(paging: Paging): TemplateResult | typeof nothing {
  const { texts, first, previous, next } = paging;
  if (!previous && !next && first === 1) return nothing;
  return html`
    <nav class="paging" aria-label=${texts.get('table.paging')}>
      ${step('previous', texts.get('table.previous'), previous)}
      <bdi class="span" role="status">${spanText(paging)}</bdi>
      ${step('next', texts.get('table.next'), next)}
    </nav>
  `;
}

function step(sign: 'previous' | 'next', label: string, go: (() => void) | undefined): TemplateResult {
  return html`<button
    class="step"
    type="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${go ? nothing : 'true'}
    @click=${() => go?.()}
  >
    ${icon(sign)}
  </button>`;
}
