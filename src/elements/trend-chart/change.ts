import { html, nothing, type TemplateResult } from 'lit';
import type { WrittenGrowth } from '#charts/trend-writer.js';
import { arrows } from '../base/arrows.js';

/** A change with its arrow and sign, in the colour of good or bad news. */
export function change({ text, direction, isGood }: WrittenGrowth): TemplateResult {
  const tone = isGood === undefined ? 'flat' : isGood ? 'good' : 'bad';
  const arrow = direction === 'up' || direction === 'down' ? arrows[direction] : undefined;
  return html`<span class="change ${tone}"
    >${arrow ? html`<svg viewBox="0 0 10 10" aria-hidden="true">${arrow}</svg>` : nothing}<bdi>${text}</bdi></span
  >`;
}
