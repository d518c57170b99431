import { BatchBuilder } from './batch-builder.js';
import type { Mapping } from './mapping.js';
import type { Slot } from './slot.js';
import { SlotTable } from './slot-table.js';

/** What the values under a raw name are. */
export type NameMeaning = Pick<Slot, 'name' | 'field' | 'kind' | 'rank' | 'declared' | 'lenient'>;

/** What raw names mean under a mapping, for whoever reads rows another way than the engine does. */
export interface NameTable {
  /** A name at the top of a row. */
  of(name: string): NameMeaning;
  /** The same name where another one fills its field: a custom property. */
  spare(name: string): NameMeaning;
}

/** The meanings of names, by the engine's own rules; of custom properties none is left out. */
export function nameTable(mapping: Mapping = {}): NameTable {
  const builder = new BatchBuilder({ majorAmounts: false, app: undefined, maxProperties: Infinity });
  const slots = new SlotTable(builder, mapping);
  return { of: (name) => slots.top(name), spare: (name) => slots.spare(name) };
}
