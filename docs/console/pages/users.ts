import { html, type TemplateResult } from 'lit';
import '#elements/detail-table/detail-table.js';
import '#elements/metric-group/metric-group.js';
import '#elements/scope/scope.js';
import '#elements/trend-chart/trend-chart.js';

const metrics =
  'active_users,new_users,cumulative_users,opens,avg_opens_per_user,avg_duration_per_user,avg_duration_per_open';

/** User analysis, as its console counts: cards that choose the metric of the chart, and the figures by hour or day. */
export function page(): TemplateResult {
  return html`
    <ma-scope profile="alipay">
      <div class="stack">
        <ma-metric-group range="yesterday" metrics=${metrics}>
          <ma-trend-chart></ma-trend-chart>
        </ma-metric-group>
        <ma-detail-table metrics=${metrics}></ma-detail-table>
      </div>
    </ma-scope>
  `;
}
