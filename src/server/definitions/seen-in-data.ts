import type { FieldType, ObservedEvent, TestRecord, ValuesReport } from '#contract/api.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import { reservedEvents } from '#contract/events.js';
import { ReportError } from '#contract/problems.js';
import { catalogOfHost, type Host } from '../host.js';
import type { FieldSeen } from './event-definitions.js';
import { fieldOf } from './test-records.js';

/** Where an app's data is looked into, and for whom. */
export interface Look {
  readonly host: Host;
  readonly app: string;
  readonly signal: AbortSignal;
}

/** Names of collected events that have no definition, most frequent first. Reserved names can have none. */
export async function observedEvents(look: Look, defined: readonly string[], search: string): Promise<ObservedEvent[]> {
  const known = new Set([...defined, ...reservedEvents]);
  const { values } = await valuesOf(look, 'event');
  return values
    .map(({ value, count }) => ({ name: String(value), count }))
    .filter(({ name }) => !known.has(name) && name.toLowerCase().includes(search));
}

/** Whether a field of some type has come in: as a custom field or one of an event's own, in the log or in a test. */
export function fieldSeen(look: Look, records: readonly TestRecord[]): FieldSeen {
  return async (field, type) => {
    if (records.some(({ event }) => typeof fieldOf(event, field) === type)) return true;
    for (const id of [propertyPrefix + field, field]) if (holds(await valuesOf(look, id), type)) return true;
    return false;
  };
}

function holds({ type: all, values }: ValuesReport, type: FieldType): boolean {
  return values.length > 0 && (all === type || values.some(({ value }) => typeof value === type));
}

/** Nothing where the back end has no such dimension, or the app no data yet. */
async function valuesOf({ host, app, signal }: Look, field: string): Promise<ValuesReport> {
  const { dimensions, limits } = await catalogOfHost(host);
  const id = field.startsWith(propertyPrefix) ? `${propertyPrefix}*` : field;
  if (!dimensions.some((dimension) => dimension.id === id)) return { field, values: [] };
  const query = { field, limit: limits.max_rows };
  return whereThereIsData(host.reports.values(`apps/${app}`, query, { signal }), { field, values: [] });
}

/** What a source answers; `none` where it does not know the app, which has no data then: definitions may come first. */
export async function whereThereIsData<Answer>(asked: Promise<Answer>, none: Answer): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ReportError && error.code === 'app_not_found') return none;
    throw error;
  }
}
