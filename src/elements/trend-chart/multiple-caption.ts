import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedPlot } from '#charts/trend-layout.js';
import { change } from './change.js';
import type { Scene } from './trend-scene.js';

/** Over a small multiple: its name, its total and how that grew. */
export function multipleCaption({ line }: PlacedPlot, { writer, totalOf }: Scene): TemplateResult | typeof nothing {
  if (!line) return nothing;
  const total = totalOf(line);
  const [comparison] = total?.comparisons ?? [];
  return html`<bdi class="name" title=${writer.name(line)}>${writer.name(line)}</bdi>
    ${total ? html`<b class="figure"><bdi>${writer.value(line.metric, total.value)}</bdi></b>` : nothing}
    ${comparison ? change(writer.growth(line.metric, comparison.growth)) : nothing}`;
}
