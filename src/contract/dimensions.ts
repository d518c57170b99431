import type { DimensionDefinition } from './api.js';
import { dimensionKinds } from './dimension-kinds.js';
import { eventFields } from './event-fields.js';
import { numericFields } from './events.js';

const numeric: ReadonlySet<string> = new Set(['scene', ...numericFields]);

/**
 * What reports can be broken down and filtered by. Event dimensions belong to the event; open dimensions take the
 * first value that an event of the open carries, and every event takes its open's value.
 */
export const dimensions: readonly DimensionDefinition[] = [...dimensionKinds].map(([id, kind]) => {
  const field = eventFields.find(({ name }) => name === id.replace('.*', ''));
  return { id, kind, type: numeric.has(id) ? 'number' : 'string', label: field?.label ?? { en: id } };
});
