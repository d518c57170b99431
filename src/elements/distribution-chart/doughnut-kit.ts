import { html, svg, type TemplateResult, unsafeCSS } from 'lit';
import { type Arc, arcs } from '#charts/doughnut.js';
import { series } from '#theme/series.js';

// A ring of few parts, loaded where one is asked for; its texts came with the chart.
export { distributionChartTexts as texts } from '#i18n/distribution-chart/section.js';

/** The ring and its list; parts are told apart by colour, by the gap between them and by the order of the list. */
export const styles = unsafeCSS(`
  :host > * { ${series.cssText} }
  .doughnut { display: flex; align-items: center; gap: var(--ma-6); }
  .doughnut > .bars-room { flex: 1; min-inline-size: 0; }
  .ring { flex: none; inline-size: 168px; block-size: 168px; overflow: visible; }
  .ring path { stroke: var(--ma-surface); stroke-width: 1.5; fill: var(--_part); }
  .key { display: inline-block; inline-size: 10px; block-size: 10px; margin-inline-end: 8px; border-radius: 50%; background: var(--_part); forced-color-adjust: none; }
  .part-1 { --_part: var(--ma-series-1); }
  .part-2 { --_part: var(--ma-series-2); }
  .part-3 { --_part: var(--ma-series-3); }
  .part-4 { --_part: var(--ma-series-4); }
  .part-5 { --_part: var(--ma-series-5); }
  .part-others { --_part: var(--ma-series-other); }
  @container (max-width: 479px) {
    .doughnut { flex-direction: column; gap: var(--ma-3); }
    .doughnut > .bars-room { inline-size: 100%; }
  }
`);

const OUTER = 50;
const INNER = 32;

/** Shares as a ring. The list beside it says them in words. */
export function ring(
  shares: readonly (number | null)[],
  classOf: (index: number) => string,
  isMirrored: boolean,
): TemplateResult {
  const drawn = arcs(shares, OUTER, INNER, isMirrored);
  return html`<svg class="ring" viewBox="-50 -50 100 100" aria-hidden="true">
    ${drawn.map(({ index, path }: Arc) => svg`<path class=${classOf(index)} d=${path} />`)}
  </svg>`;
}
