import type { EventConfiguration, FieldType } from './api.js';

/** Every field that the actions fill, once, in order of appearance. */
export function fieldsOf({ actions }: Pick<EventConfiguration, 'actions'>): { field: string; type: FieldType }[] {
  const fields = new Map<string, FieldType>();
  for (const { data } of actions) for (const { field, type } of data) if (!fields.has(field)) fields.set(field, type);
  return [...fields].map(([field, type]) => ({ field, type }));
}
