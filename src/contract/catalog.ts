import type { Catalog, MetricDefinition, ReportName } from './api.js';
import { dimensions } from './dimensions.js';
import { eventFields } from './event-fields.js';
import { defaultLimits } from './limits.js';
import { metricDescriptions } from './metric-descriptions.js';
import { metrics } from './metrics.js';
import { defaultProfileId, profiles } from './profiles.js';
import { weixinSources } from './sources.js';
import { granularities } from './vocabulary.js';

/** What a back end says of itself; the rest of the catalogue is the built-in one. */
export type CatalogChoices = Partial<Catalog> & {
  /** The reports that it answers. */
  reports: ReportName[];
};

/** The built-in catalogue with what a back end chooses otherwise: its profiles, limits, zone, sources, metrics. */
export function catalogOf(choices: CatalogChoices): Catalog {
  return {
    metrics: metrics.map((row): MetricDefinition => ({
      ...row,
      description: metricDescriptions[row.id] ?? { en: row.label.en },
    })),
    dimensions: [...dimensions],
    event_fields: [...eventFields],
    sources: [...weixinSources],
    profiles: [...profiles],
    default_profile: defaultProfileId,
    default_timezone: 'UTC',
    granularities: [...granularities],
    limits: defaultLimits,
    batches: true,
    collects: false,
    ...choices,
  };
}
