import type { MetricDefinition } from './api.js';
import { metricLabels } from './metric-labels.js';
import { metricRules } from './metric-rules.js';

/** A row of the metric catalogue, without the long description (see `metric-descriptions.ts`). */
export type MetricRow = Omit<MetricDefinition, 'description'>;

/** Every metric: how it is counted, and what it is called. */
export const metrics: readonly MetricRow[] = metricRules.map((rule) => ({ ...rule, label: metricLabels[rule.id] }));

const byId = new Map<string, MetricRow>(metrics.map((row) => [row.id, row]));

/** The row of a metric, or `undefined` where the built-in catalogue has none of that id. */
export function metricById(id: string): MetricRow | undefined {
  return byId.get(id);
}
