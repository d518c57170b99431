import { FlagWriter, IdWriter, NumberWriter, PropertyWriter, TextWriter, type ColumnWriter } from './column-writers.js';
import type { FieldKind } from './fields.js';

/** What the value under a raw name is read as. */
export type SlotKind = FieldKind | 'property' | 'ignored';

/** How sure it is that a raw name means its field; where two names of a row mean one field, the lower rank counts. */
export const ranks = { mapped: 0, own: 1_000_000, common: 2_000_000 } as const;

/** What else is known of a raw name. */
export interface SlotTraits {
  /** One of {@link ranks}, plus the place in the mapping. */
  readonly rank: number;
  /** A nested value is a fault (a declared property) and not merely left out (a field nobody knows). */
  readonly declared: boolean;
}

/** Where the value under one raw name goes. One class with one shape, as the byte readers look into it for every value. */
export class Slot {
  readonly rank: number;
  readonly declared: boolean;
  /** Another log's name: numbers under a text field become text, numeric text under a number field a number. */
  readonly lenient: boolean;
  readonly text: TextWriter | null;
  readonly number: NumberWriter | null;
  readonly flag: FlagWriter | null;
  readonly id: IdWriter | null;
  readonly property: PropertyWriter | null;

  constructor(
    /** The raw name. */
    readonly name: string,
    /** The field, or `properties.NAME`. */
    readonly field: string,
    readonly kind: SlotKind,
    readonly writer: ColumnWriter | null,
    traits: SlotTraits,
  ) {
    this.rank = traits.rank;
    this.declared = traits.declared;
    this.lenient = name !== field;
    this.text = writer instanceof TextWriter ? writer : null;
    this.number = writer instanceof NumberWriter ? writer : null;
    this.flag = writer instanceof FlagWriter ? writer : null;
    this.id = writer instanceof IdWriter ? writer : null;
    this.property = writer instanceof PropertyWriter ? writer : null;
  }
}
