import { html, nothing, svg, type TemplateResult } from 'lit';
import type { MetricDefinition } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { GrowthDirection } from '#format/growth.js';

const arrows = {
  up: svg`<path d="M5 8.6V1.8M2.2 4.4 5 1.6l2.8 2.8" />`,
  down: svg`<path d="M5 1.400v6.800M2.200 5.600 5 8.400l2.800-2.800" />`,
};

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
