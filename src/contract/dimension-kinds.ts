import type { DimensionDefinition } from './api.js';
import { defaultFields } from './events.js';

/** The built-in dimensions by id: those that belong to the event, and those that belong to the open. */
export const dimensionKinds: ReadonlyMap<string, DimensionDefinition['kind']> = new Map([
  ...(['event', 'page_path', 'properties.*'] as const).map((id) => [id, 'event'] as const),
  ...(['source', 'scene', 'qr_code', ...defaultFields] as const).map((id) => [id, 'open'] as const),
]);
