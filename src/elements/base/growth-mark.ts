import { html, nothing, type TemplateResult } from 'lit';
import type { MetricDefinition } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { GrowthDirection } from '#format/growth.js';
import { arrows } from './arrows.js';

/** Whether a change is good, bad or neither; the metric says which way is better. */
export function toneOf(direction: GrowthDirection, better: MetricDefinition['better']): 'good' | 'bad' | 'flat' {
  if (direction === 'flat' || direction === 'none' || better === 'neutral') return 'flat';
  return direction === better ? 'good' : 'bad';
}

/** A change with arrow, sign and colour, never colour alone. */
export function growthMark(
  fraction: number | null,
  better: MetricDefinition['better'],
  formats: Formats,
): TemplateResult {
  const { text, direction } = formats.growth(fraction);
  const arrow = direction === 'up' || direction === 'down' ? arrows[direction] : undefined;
  return html`<span class="growth ${toneOf(direction, better)}"
    >${arrow ? html`<svg viewBox="0 0 10 10" aria-hidden="true">${arrow}</svg>` : nothing}<bdi>${text}</bdi></span
  >`;
}
