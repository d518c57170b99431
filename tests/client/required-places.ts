import { type Schema, schemas } from './stub-back-end.js';

type Json = Record<string, unknown>;

/** A field that the contract requires somewhere in a value: the object that holds it, the field, its path. */
export interface RequiredPlace {
  holder: Json;
  field: string;
  path: string;
}

/** Every place in a value where a schema requires a field. */
export function requiredPlaces(value: unknown, schema: Schema | undefined, path = ''): RequiredPlace[] {
  if (!schema || typeof value !== 'object' || value === null) return [];
  if (schema.$ref) return requiredPlaces(value, schemas[schema.$ref.split('/').at(-1) ?? ''], path);
  if (Array.isArray(value))
    return value.flatMap((item, index) => requiredPlaces(item, schema.items, `${path}[${index}]`));
  const holder = value as Json;
  const step = (field: string): string => (path ? `${path}.${field}` : field);
  return [
    ...(schema.allOf ?? []).flatMap((part) => requiredPlaces(value, part, path)),
    ...(schema.required ?? []).map((field) => ({ holder, field, path: step(field) })),
    ...Object.keys(holder).flatMap((field) => requiredPlaces(holder[field], schema.properties?.[field], step(field))),
  ];
}
