import { html, type TemplateResult } from 'lit';
import '#elements/detail-table/detail-table.js';
import '#elements/distribution-chart/distribution-chart.js';
import '#elements/page-table/page-table.js';
import '#elements/retention-grid/retention-grid.js';
import '#elements/trend-chart/trend-chart.js';

/** Ten metrics that say how an app is used. */
const metrics =
  'active_users,new_users,opens,visits,avg_opens_per_user,avg_duration_per_user,avg_duration_per_open,avg_visit_depth,bounce_rate,shares';

/** Traffic: metrics over time, how visits are spread, who comes back, how pages do. */
export function page(): TemplateResult {
  return html`
    <ma-trend-chart metrics="visits,opens,active_users"></ma-trend-chart>
    <ma-detail-table metrics=${metrics} .compare=${[]} page-size="15"></ma-detail-table>
    <div class="pair">
      <ma-distribution-chart of="visit_duration"></ma-distribution-chart>
      <ma-distribution-chart of="visit_depth"></ma-distribution-chart>
      <ma-distribution-chart of="source"></ma-distribution-chart>
      <ma-distribution-chart of="qr_code"></ma-distribution-chart>
    </div>
    <ma-retention-grid granularity="week"></ma-retention-grid>
    <ma-page-table></ma-page-table>
  `;
}
