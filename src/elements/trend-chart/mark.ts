import { html, nothing, type TemplateResult } from 'lit';
import { xOf } from '#charts/plot-box.js';
import type { PlacedPlot } from '#charts/trend-layout.js';
import { setStyle } from '../base/set-style.js';

/** The buckets between which a stretch is being marked. */
export interface Marked {
  /** Where it began. */
  readonly anchor: number;
  /** Where the cursor is. */
  readonly head: number;
}

/** A stretch of plots that stand under one another, with its name at the first of them. */
export function mark(plots: readonly PlacedPlot[], { anchor, head }: Marked, name: string | undefined): TemplateResult {
  const [first, last] = [plots[0]!.plot.box, plots.at(-1)!.plot.box];
  const [one, other] = [xOf(first, anchor), xOf(first, head)];
  const all = plots.reduce((sum, { plot }) => sum + plot.box.height, 0);
  const place = {
    '--x': `${Math.min(one, other)}px`,
    '--y': `${first.top}px`,
    '--w': `${Math.abs(one - other)}px`,
    '--h': `${all - (last.height - last.bottom) - first.top}px`,
  };
  return html`<div class="mark" aria-hidden="true" ${setStyle(place)}>
    ${name === undefined ? nothing : html`<bdi class="marked">${name}</bdi>`}
  </div>`;
}
