/**
 * The metrics API contract: types generated from the OpenAPI document, the vocabularies and the metric catalogue as
 * data, and {@link ReportSource}, the interface of whatever computes reports.
 */
export type * from './api.js';
export {
  appOfScope,
  type Ask,
  type AskContext,
  type Clock,
  type CollectContext,
  type ReportSource,
  type Scope,
  type Verdict,
} from './report-source.js';
export { catalogOf, type CatalogChoices } from './catalog.js';
export { metricById, metrics, type MetricRow } from './metrics.js';
export type { MetricId } from './metric-rules.js';
export { metricDescriptions } from './metric-descriptions.js';
export { dimensions } from './dimensions.js';
export { propertyPrefix } from './property-prefix.js';
export { evaluateFormula, metricsOfFormula, type ValueOf } from './formula.js';
export { growth } from './growth.js';
export { profiles, defaultProfileId } from './profiles.js';
export { weixinSources } from './sources.js';
export { otherSourceKey, directSourceKey } from './source-keys.js';
export { eventFields } from './event-fields.js';
export { defaultFields, reservedEvents, type DefaultField, type ReservedEvent } from './events.js';
export { defaultLimits } from './limits.js';
export { permissionOf, permissions, roles } from './permissions.js';
export { problems, ReportError, type ProblemCode } from './problems.js';
export { brokenIdentities, identities, type BrokenIdentity } from './identities/broken-identities.js';
export { type AskedQuestion, type IdentityQuery } from './identities/asker.js';
export { type Disagreement, type Identity } from './identities/identity.js';
export * from './vocabulary.js';
export * from './definition-vocabulary.js';
