import { html, type TemplateResult } from 'lit';
import type { EventMessages } from '#i18n/event/section.js';
import type { Texts } from '#i18n/texts.js';
import type { EventDifference, EventPlace } from './event-difference.js';

/** What differs between two versions of an event, side by side: a table under the names of both. */
export function differenceTable(
  differences: readonly EventDifference[],
  heads: { readonly label: string; readonly before: unknown; readonly after: unknown },
  texts: Texts<EventMessages>,
): TemplateResult {
  if (differences.length === 0) return html`<p class="same">${texts.get('event.same')}</p>`;
  return html`<table class="differences" role="table" aria-label=${heads.label}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${texts.get('event.part')}</th>
        <th role="columnheader" scope="col">${heads.before}</th>
        <th role="columnheader" scope="col">${heads.after}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${differences.map(
        ({ place, before, after }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${placeText(place, texts)}</th>
            ${cell(place, before, heads.before, texts)}${cell(place, after, heads.after, texts)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** “Action 2, page”. */
export function placeText({ part, action }: EventPlace, texts: Texts<EventMessages>): string {
  const name = texts.get(`event.part.${part}`);
  if (action === undefined) return name;
  if (part === 'action') return texts.get('event.action', { number: action });
  return texts.get('event.actionPart', { action: texts.get('event.action', { number: action }), part: name });
}

function cell({ part }: EventPlace, value: string | null, head: unknown, texts: Texts<EventMessages>): TemplateResult {
  const word = value === null ? undefined : texts.find(`event.${part}.${value}`);
  return html`<td role="cell">
    <span class="label">${head}</span><bdi class=${word ? '' : 'code'}>${word ?? value ?? '–'}</bdi>
  </td>`;
}
