import type { DimensionDefinition } from './api.js';
import { defaultFields, eventFields, numericFields } from './events.js';

const labelOf = (name: string) => eventFields.find((field) => field.name === name)?.label ?? { en: name };

/**
 * What reports can be broken down and filtered by. Event dimensions belong to the event; open dimensions take the
 * first value that an event of the open carries, and every event takes its open's value.
 */
export const dimensions: readonly DimensionDefinition[] = [
  { id: 'event', kind: 'event', type: 'string', label: labelOf('event') },
  { id: 'page_path', kind: 'event', type: 'string', label: labelOf('page_path') },
  { id: 'properties.*', kind: 'event', type: 'string', label: labelOf('properties') },
  { id: 'source', kind: 'open', type: 'string', label: labelOf('source') },
  { id: 'scene', kind: 'open', type: 'number', label: labelOf('scene') },
  { id: 'qr_code', kind: 'open', type: 'string', label: labelOf('qr_code') },
  ...defaultFields.map((id): DimensionDefinition => {
    const numeric = (numericFields as readonly string[]).includes(id);
    return { id, kind: 'open', type: numeric ? 'number' : 'string', label: labelOf(id) };
  }),
];

/** Prefix of the dimension that a custom field is: `properties.NAME`. */
export const propertyPrefix = 'properties.';
