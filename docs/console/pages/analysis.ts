import { html, type TemplateResult } from 'lit';
import '#elements/event-analysis/event-analysis.js';

/** Questions about one event, with those that were asked before. */
export function page(): TemplateResult {
  return html`<ma-event-analysis event="page_view"></ma-event-analysis>`;
}
