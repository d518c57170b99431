import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, ObservedEvent } from '#contract/api.js';
import { defaultFields } from '#contract/events.js';
import type { Formats } from '#format/formats.js';
import { labelOf } from '#i18n/labels.js';
import type { ListTexts } from './list-words.js';

/** Events that come in without a definition; each can be given one. */
export function observedEvents(
  observed: readonly ObservedEvent[],
  texts: ListTexts,
  formats: Formats,
  define: ((name: string) => void) | undefined,
): TemplateResult | typeof nothing {
  if (observed.length === 0) return nothing;
  return html`<details class="observed">
    <summary>${texts.get('events.observed')} <bdi>(${formats.count(observed.length)})</bdi></summary>
    <ul class="more" role="list">
      ${observed.map(
        ({ name, count }) =>
          html`<li>
            <bdi class="code">${name}</bdi> <bdi>${formats.count(count)}</bdi>${
              define
                ? html`<button
                    class="link"
                    type="button"
                    aria-label=${texts.get('events.defineOf', { name })}
                    @click=${() => define(name)}
                  >
                    ${texts.get('events.define')}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The fields that every event can carry, each with its label. */
export function defaultFieldList(catalog: Catalog, texts: ListTexts): TemplateResult {
  const labels = new Map(catalog.event_fields.map(({ name, label }) => [name, label]));
  return html`<details class="defaults">
    <summary>${texts.get('events.defaults')} <bdi>(${defaultFields.length})</bdi></summary>
    <ul class="more" role="list">
      ${defaultFields.map((field) => {
        const label = labels.get(field);
        return html`<li>
          ${label ? labelOf(label, `dimension.${field}`, texts) : field} <bdi class="code">${field}</bdi>
        </li>`;
      })}
    </ul>
  </details>`;
}
