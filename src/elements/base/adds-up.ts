import type { Catalog, Meta, MetricDefinition } from '#contract/api.js';
import { profileOf } from './catalog.js';

/** Whether values of buckets add up to that of the range, under the profile of an answer. */
export function addsUp({ adds_up: rule }: MetricDefinition, { profile }: Meta, catalog: Catalog): boolean {
  return rule === 'yes' || (rule === 'first_ever' && profileOf(catalog, profile)?.new_user.rule === 'first_ever');
}
