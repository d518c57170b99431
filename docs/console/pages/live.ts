import { html, type TemplateResult } from 'lit';
import '#elements/live-chart/live-chart.js';

/** Live: what happens now, beside the same time of the day before. */
export function page(): TemplateResult {
  return html`<ma-live-chart compare="previous_day"></ma-live-chart>`;
}
