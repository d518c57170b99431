import { html, type TemplateResult } from 'lit';
import '#elements/source-chart/source-chart.js';
import '#elements/source-trend/source-trend.js';

/** Sources: how people come in, and how that changes. */
export function page(): TemplateResult {
  return html`
    <ma-source-chart></ma-source-chart>
    <ma-source-trend></ma-source-trend>
  `;
}
