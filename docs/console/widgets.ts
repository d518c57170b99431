// The elements of this console, each registered under its tag.
import '#elements/filter-bar/filter-bar.js';
import '#elements/metric-card/metric-card.js';
import '#elements/page-table/page-table.js';
import '#elements/scope/scope.js';
import '#elements/trend-chart/trend-chart.js';
