import { html, nothing, type TemplateResult } from 'lit';
import { endLabelsAt, type TrendLayout } from '#charts/trend-layout.js';
import { setStyle } from '../base/set-style.js';

/** Names at the ends of the lines, each a toggle that switches its line off. */
export function endLabelList(
  layout: TrendLayout,
  name: string,
  toggle: (id: string) => void,
): TemplateResult | typeof nothing {
  const { endLabels: labels } = layout;
  if (labels.length === 0) return nothing;
  const at = endLabelsAt(layout);
  return html`<ul class="ends" aria-label=${name} ${setStyle({ '--at': `${at}px` })}>
    ${labels.map(
      (label) =>
        html`<li ${setStyle({ '--y': `${label.y}px`, '--line': label.colour })}>
          <button type="button" class="key" aria-pressed="true" title=${label.name} @click=${() => toggle(label.id)}>
            <i class="dot"></i><bdi aria-label=${label.name}>${label.shortName}</bdi
            ><b class="figure"><bdi>${label.value}</bdi></b>
          </button>
        </li>`,
    )}
  </ul>`;
}
