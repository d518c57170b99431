import type { Catalog } from '#contract/api.js';
import { dimensions } from '#contract/dimensions.js';
import { defaultLimits } from '#contract/limits.js';
import { metricDescriptions } from '#contract/metric-descriptions.js';
import { metrics } from '#contract/metrics.js';
import { defaultProfileId, profiles } from '#contract/profiles.js';
import { granularities } from '#contract/vocabulary.js';

/**
 * What things are called where no back end says it: the contract's metrics, dimensions and profiles. It answers
 * nothing, and leaves out the dictionary of sources: the rows of an answer carry their labels.
 */
export const nameCatalog: Catalog = {
  metrics: metrics.map((row) => ({ ...row, description: metricDescriptions[row.id] ?? { en: row.label.en } })),
  dimensions: [...dimensions],
  event_fields: [],
  sources: [],
  profiles: [...profiles],
  default_profile: defaultProfileId,
  default_timezone: 'UTC',
  reports: [],
  granularities: [...granularities],
  limits: defaultLimits,
  batches: false,
  collects: false,
};
