import { html, nothing, svg, type TemplateResult } from 'lit';
import type { WrittenGrowth } from '#charts/trend-writer.js';

const arrows = {
  up: svg`<path d="M5 8.6V1.8M2.2 4.4 5 1.6l2.8 2.8" />`,
  down: svg`<path d="M5 1.4v6.8M2.2 5.6 5 8.4l2.8-2.8" />`,
};

/** A change with its arrow and sign, in the colour of good or bad news. */
export function change({ text, direction, isGood }: WrittenGrowth): TemplateResult {
  const tone = isGood === undefined ? 'flat' : isGood ? 'good' : 'bad';
  const arrow = direction === 'up' || direction === 'down' ? arrows[direction] : undefined;
  return html`<span class="change ${tone}"
    >${arrow ? html`<svg viewBox="0 0 10 10" aria-hidden="true">${arrow}</svg>` : nothing}<bdi>${text}</bdi></span
  >`;
}
