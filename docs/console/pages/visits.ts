import { html, type TemplateResult } from 'lit';
import '#elements/detail-table/detail-table.js';
import '#elements/metric-group/metric-group.js';
import '#elements/scope/scope.js';
import '#elements/trend-chart/trend-chart.js';

const metrics =
  'active_users,new_users,opens,visits,avg_duration_per_open,avg_visit_depth,bounce_rate,avg_opens_per_user';

/** Visit analysis, as its console counts: in UTC, every half hour, and a user who was long away is new again. */
export function page(): TemplateResult {
  return html`
    <ma-scope profile="tencent_sas" timezone="UTC">
      <div class="stack">
        <ma-metric-group range="yesterday" metrics=${metrics}>
          <ma-trend-chart></ma-trend-chart>
        </ma-metric-group>
        <ma-detail-table metrics=${metrics}></ma-detail-table>
      </div>
    </ma-scope>
  `;
}
