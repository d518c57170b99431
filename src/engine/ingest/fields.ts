import { textFields, type NumberField, type TextField } from '../store/column-batch.js';

/** What a field holds, and so how a raw value becomes a cell. */
export type FieldKind =
  'text' | 'id' | 'instant' | 'environment' | 'number' | 'duration' | 'integer' | 'amount' | 'currency' | 'properties';

const defaultFields = {
  ...(Object.fromEntries(textFields.map((name) => [name, 'text'])) as Record<TextField, 'text'>),
  device_width: 'number',
  device_height: 'number',
} satisfies Record<TextField | NumberField, FieldKind>;

/** Every field of a raw event with what it holds. */
export const fieldKinds = {
  user_id: 'text',
  guid: 'text',
  ts: 'instant',
  event: 'text',
  event_id: 'id',
  app_id: 'text',
  environment: 'environment',
  page_path: 'text',
  duration_ms: 'duration',
  source: 'text',
  scene: 'integer',
  qr_code: 'text',
  amount: 'amount',
  currency: 'currency',
  ...defaultFields,
  properties: 'properties',
} as const satisfies Record<string, FieldKind>;

/** Name of a field of a raw event. */
export type FieldName = keyof typeof fieldKinds;

/** Names of all fields, in the order of the contract. */
export const fieldNames = Object.keys(fieldKinds) as readonly FieldName[];

/** True where a text is the name of a field. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldKinds, name);
}

/** The two environments, in the order of their codes. */
export const environments = ['production', 'non_production'] as const;
