import { define } from '#elements/base/define.js';
import { MaDistributionChart } from '#elements/distribution-chart/distribution-chart.element.js';
import { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import { MaEventList } from '#elements/event-list/event-list.element.js';
import { MaFilterBar } from '#elements/filter-bar/filter-bar.element.js';
import { MaEventAnalysis } from '#elements/event-analysis/event-analysis.element.js';
import { MaFunnelBuilder } from '#elements/funnel-builder/funnel-builder.element.js';
import { MaFunnelChart } from '#elements/funnel-chart/funnel-chart.element.js';
import { MaLiveChart } from '#elements/live-chart/live-chart.element.js';
import { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { MaOverviewTable } from '#elements/overview-table/overview-table.element.js';
import { MaPageRank } from '#elements/page-rank/page-rank.element.js';
import { MaMetricGroup } from '#elements/metric-group/metric-group.element.js';
import { MaPageTable } from '#elements/page-table/page-table.element.js';
import { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import { MaScope } from '#elements/scope/scope.element.js';
import { MaSourceChart } from '#elements/source-chart/source-chart.element.js';
import { MaSourceTrend } from '#elements/source-trend/source-trend.element.js';
import { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';

/**
 * Registers all elements under `prefix-…`. Names that are taken are left as they are.
 *
 * @example defineElements('acme') // <acme-metric-card>
 */
export function defineElements(prefix?: string): void {
  // The scope first: elements that stand in one find it when they are upgraded.
  define('scope', MaScope, prefix);
  define('distribution-chart', MaDistributionChart, prefix);
  define('event-builder', MaEventBuilder, prefix);
  define('event-list', MaEventList, prefix);
  define('filter-bar', MaFilterBar, prefix);
  define('funnel-builder', MaFunnelBuilder, prefix);
  define('funnel-chart', MaFunnelChart, prefix);
  define('event-analysis', MaEventAnalysis, prefix);
  define('live-chart', MaLiveChart, prefix);
  define('detail-table', MaDetailTable, prefix);
  define('metric-card', MaMetricCard, prefix);
  define('overview-table', MaOverviewTable, prefix);
  define('page-rank', MaPageRank, prefix);
  define('metric-group', MaMetricGroup, prefix);
  define('page-table', MaPageTable, prefix);
  define('source-chart', MaSourceChart, prefix);
  define('retention-grid', MaRetentionGrid, prefix);
  define('source-trend', MaSourceTrend, prefix);
  define('trend-chart', MaTrendChart, prefix);
}
