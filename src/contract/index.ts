/**
 * The metrics API contract: types generated from the OpenAPI document, the vocabularies and the metric catalogue as
 * data, and {@link ReportSource}, the interface of whatever computes reports.
 */
export type * from './api.js';
export { appOfScope, type Ask, type AskContext, type Clock, type ReportSource, type Scope } from './report-source.js';
export { catalogOf, type CatalogChoices } from './catalog.js';
export { metricById, metrics, type MetricId, type MetricRow } from './metrics.js';
export { metricDescriptions } from './metric-descriptions.js';
export { dimensions, propertyPrefix } from './dimensions.js';
export { evaluateFormula, metricsOfFormula, type ValueOf } from './formula.js';
export { growth } from './growth.js';
export { profiles, defaultProfileId } from './profiles.js';
export { weixinSources, otherSourceKey, directSourceKey } from './sources.js';
export { defaultFields, eventFields, reservedEvents, type DefaultField, type ReservedEvent } from './events.js';
export { defaultLimits } from './limits.js';
export { permissionOf, permissions, roles } from './permissions.js';
export { problems, ReportError, type ProblemCode } from './problems.js';
export * from './vocabulary.js';
