import type { Filter, Source } from '#contract/api.js';
import type { Happening, Open } from './twin-log.js';

/** A value of a dimension. */
export type Value = string | number | boolean | null;

/** True where a field belongs to the event and not to its open. */
export function isEventDimension(field: string): boolean {
  return field === 'event' || field === 'page_path' || field.startsWith('properties.');
}

/** What an event itself carries. */
export function ownValue(event: Happening, field: string, sources: readonly Source[]): Value {
  const { raw } = event;
  if (field.startsWith('properties.')) {
    const properties = raw.properties ?? {};
    const name = field.slice('properties.'.length);
    return Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
  }
  if (field !== 'source') return (raw as Record<string, Value | undefined>)[field] ?? null;
  if (raw.source != null) return raw.source;
  if (raw.scene == null) return null;
  return sources.find(({ scenes }) => scenes.includes(raw.scene!))?.key ?? '10';
}

/** The value of an open: the first that an event of it carries. */
export function openValue(open: Open, field: string, sources: readonly Source[]): Value {
  for (const event of open.events) {
    const value = ownValue(event, field, sources);
    if (value !== null) return value;
  }
  return field === 'source' ? 'direct' : null;
}

/** The value of an event: its own, or that of its open where the dimension is the open's. */
export function valueOf(event: Happening, field: string, sources: readonly Source[]): Value {
  if (isEventDimension(field) || event.open === null) return ownValue(event, field, sources);
  return openValue(event.open, field, sources);
}

/** Whether a value passes a filter. */
export function passes(value: Value, { operator, values = [] }: Filter): boolean {
  const isAmong = value !== null && values.some((wanted) => String(wanted) === String(value));
  const wanted = Number(values[0]);
  switch (operator) {
    case 'eq':
    case 'in':
      return isAmong;
    case 'ne':
    case 'not_in':
      return !isAmong;
    case 'contains':
      return value !== null && String(value).includes(String(values[0]));
    case 'set':
      return value !== null;
    case 'not_set':
      return value === null;
    case 'gt':
      return typeof value === 'number' && value > wanted;
    case 'gte':
      return typeof value === 'number' && value >= wanted;
    case 'lt':
      return typeof value === 'number' && value < wanted;
    case 'lte':
      return typeof value === 'number' && value <= wanted;
  }
}

/** What a question counts: each is true where the thing passes all filters. */
export interface Matcher {
  event(event: Happening): boolean;
  open(open: Open): boolean;
}

/** The matcher of filters, and of one more condition on an event that a breakdown adds. */
export function matcher(filters: readonly Filter[], sources: readonly Source[], also?: RowCondition): Matcher {
  const ofEvent = filters.filter(({ field }) => isEventDimension(field));
  const ofOpen = filters.filter(({ field }) => !isEventDimension(field));
  const eventPasses = (event: Happening) =>
    ofEvent.every((filter) => passes(valueOf(event, filter.field, sources), filter)) &&
    (!also?.isOfEvent || also.holds(valueOf(event, also.field, sources), event.app));
  return {
    event: (event) =>
      eventPasses(event) &&
      ofOpen.every((filter) => passes(valueOf(event, filter.field, sources), filter)) &&
      (!also || also.isOfEvent || also.holds(valueOf(event, also.field, sources), event.app)),
    open: (open) =>
      ofOpen.every((filter) => passes(openValue(open, filter.field, sources), filter)) &&
      (!also || also.isOfEvent || also.holds(openValue(open, also.field, sources), open.app)) &&
      ((ofEvent.length === 0 && !also?.isOfEvent) || open.events.some(eventPasses)),
  };
}

/** What puts an event into a breakdown's row. */
export interface RowCondition {
  readonly field: string;
  readonly isOfEvent: boolean;
  holds(value: Value, app: string): boolean;
}
