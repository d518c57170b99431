// Elements, as classes without a tag: importing this registers nothing
export { MaScope } from './scope/scope.element.js';
export { MaFilterBar } from './filter-bar/filter-bar.element.js';
export { MaMetricCard } from './metric-card/metric-card.element.js';
export { MaMetricGroup } from './metric-group/metric-group.element.js';
export { MaTrendChart } from './trend-chart/trend-chart.element.js';
export { MaSourceTrend } from './source-trend/source-trend.element.js';
export { MaLiveChart } from './live-chart/live-chart.element.js';
export { MaDetailTable } from './detail-table/detail-table.element.js';
export { MaPageTable } from './page-table/page-table.element.js';
export { MaSourceChart } from './source-chart/source-chart.element.js';
export { MaDistributionChart } from './distribution-chart/distribution-chart.element.js';
export { MaPageRank } from './page-rank/page-rank.element.js';
export { MaOverviewTable } from './overview-table/overview-table.element.js';
export { MaRetentionGrid } from './retention-grid/retention-grid.element.js';
export { MaEventAnalysis } from './event-analysis/event-analysis.element.js';
export { MaFunnelChart } from './funnel-chart/funnel-chart.element.js';
export { MaFunnelBuilder } from './funnel-builder/funnel-builder.element.js';
export { MaEventList } from './event-list/event-list.element.js';
export { MaEventBuilder } from './event-builder/event-builder.element.js';

// Registering one of them under a prefix of your own
export { define, defaultPrefix } from './base/define.js';

// What they fire
export { EventChangeEvent, EventEditEvent, EventNewEvent } from './event-list/events.js';
export { EventCloseEvent, EventSaveEvent } from './event-builder/events.js';
export { FilterChangeEvent } from './filter-bar/events.js';
export { MetricSelectEvent, ReportErrorEvent } from './base/events.js';
export { GranularityChangeEvent, LineToggleEvent, PointSelectEvent } from './trend-chart/events.js';
export { ZoomChangeEvent } from './trend-chart/zoom-event.js';
export { DisplayChangeEvent, SourceSelectEvent } from './source-chart/events.js';
export { ColumnsChangeEvent, SortChangeEvent } from './base/table-events.js';
export { PageSelectEvent, SearchChangeEvent } from './page-table/events.js';
export { CohortChangeEvent } from './retention-grid/events.js';
export { ComparisonChangeEvent, SpanChangeEvent } from './live-chart/events.js';
export { SourcesChangeEvent } from './source-trend/events.js';
export { QueryChangeEvent } from './event-analysis/events.js';
export { FunnelStepSelectEvent } from './funnel-chart/events.js';
export { FunnelDeleteEvent, FunnelOpenEvent, FunnelSaveEvent } from './funnel-builder/events.js';

// A filter bar's value, and how it is kept in a link
export { parseFilterParams, toFilterParams } from './filter-bar/filter-params.js';
export { type FilterName, type FilterValue } from './filter-bar/filter-value.js';

// What an event analysis asks
export { type EventAnalysisQuery } from './event-analysis/event-query.js';

// Making a widget of your own
export { Widget, type WidgetParts } from './base/widget.js';
export { type ScopeSettings } from './base/scope-settings.js';
export { addTexts } from '#i18n/load-texts.js';
