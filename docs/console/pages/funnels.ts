import { html, type TemplateResult } from 'lit';
import '#elements/funnel-builder/funnel-builder.js';

/** Funnels: built, looked at as they are built, and saved. */
export function page(): TemplateResult {
  return html`<ma-funnel-builder></ma-funnel-builder>`;
}
