import { html, type TemplateResult } from 'lit';
import '#elements/overview-table/overview-table.js';
import '#elements/page-rank/page-rank.js';

/** What stands below the figures of the overview: the pages that are seen and entered most, and yesterday as a table. */
export function page(): TemplateResult {
  return html`
    <div class="pair">
      <ma-page-rank by="page_visits" limit="6"></ma-page-rank>
      <ma-page-rank by="entries" limit="6"></ma-page-rank>
    </div>
    <ma-overview-table range="yesterday"></ma-overview-table>
  `;
}
