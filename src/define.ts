// Registers all elements under `ma-`. Each file also tells TypeScript what its tag stands for.
import '#elements/scope/scope.js';
import '#elements/filter-bar/filter-bar.js';
import '#elements/metric-card/metric-card.js';
import '#elements/page-table/page-table.js';
import '#elements/metric-group/metric-group.js';
import '#elements/detail-table/detail-table.js';
import '#elements/trend-chart/trend-chart.js';
import '#elements/page-rank/page-rank.js';
import '#elements/source-chart/source-chart.js';
import '#elements/distribution-chart/distribution-chart.js';
import '#elements/retention-grid/retention-grid.js';
import '#elements/event-analysis/event-analysis.js';
import '#elements/funnel-chart/funnel-chart.js';
import '#elements/funnel-builder/funnel-builder.js';
import '#elements/source-trend/source-trend.js';
import '#elements/live-chart/live-chart.js';
import '#elements/overview-table/overview-table.js';
