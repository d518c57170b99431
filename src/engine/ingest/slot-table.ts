import type { BatchBuilder } from './batch-builder.js';
import { commonFieldNames, plainName } from './common-names.js';
import { fieldKinds, isFieldName, type FieldName } from './fields.js';
import type { Mapping } from './mapping.js';
import { ranks, Slot } from './slot.js';

const prefix = 'properties.';
const commonNames = [...commonFieldNames.keys()];
const mostLeftOut = 100;

/** A log of honest names has fewer; past it a name is looked up again each time, so that memory stays bounded. */
const mostRemembered = 10_000;

/**
 * Decides what each raw name means: what the mapping says, else the field of that name, else the field that the name
 * commonly means, else a custom property of that name (so a log's own columns can be explored).
 */
export class SlotTable {
  /** Properties that were left out as there were too many; the first hundred. */
  readonly leftOut = new Set<string>();
  readonly #builder: BatchBuilder;
  readonly #mapped: ReadonlyMap<string, { target: string | null; place: number }>;
  readonly #top = new Map<string, Slot>();
  readonly #nested = new Map<string, Slot>();
  readonly #spare = new Map<string, Slot>();

  constructor(builder: BatchBuilder, mapping: Mapping) {
    this.#builder = builder;
    const fields = Object.entries(mapping.fields ?? {});
    this.#mapped = new Map(fields.map(([name, target], place) => [name, { target, place }]));
  }

  /** Slot of a name at the top of a row. */
  top(name: string): Slot {
    return remembered(this.#top, name, () => this.#resolve(name));
  }

  /** Slot of a name inside `properties`. */
  nested(name: string): Slot {
    return remembered(this.#nested, name, () =>
      this.#property(prefix + name, name, { rank: ranks.mapped, declared: true }),
    );
  }

  /** Slot for the value of a name that means a field which another name of the row fills: it stays a property. */
  spare(name: string): Slot {
    return remembered(this.#spare, name, () => this.#property(name, name, { rank: ranks.common, declared: false }));
  }

  #resolve(name: string): Slot {
    const mapped = this.#mapped.get(name);
    if (mapped) {
      const rank = ranks.mapped + 1 + mapped.place;
      if (mapped.target === null) return new Slot(name, name, 'ignored', null, { rank, declared: false });
      return this.#slot(name, mapped.target, rank);
    }
    if (isFieldName(name) || name.startsWith(prefix)) return this.#slot(name, name, ranks.own);
    const common = commonFieldNames.get(plainName(name));
    return common ? this.#slot(name, common, ranks.common + commonNames.indexOf(plainName(name))) : this.spare(name);
  }

  #slot(name: string, target: string, rank: number): Slot {
    if (target.startsWith(prefix)) return this.#property(name, target.slice(prefix.length), { rank, declared: true });
    const field = target as FieldName;
    const writer = field === 'properties' ? null : this.#builder.column(field);
    return new Slot(name, field, fieldKinds[field], writer, { rank, declared: true });
  }

  #property(name: string, property: string, traits: { rank: number; declared: boolean }): Slot {
    const writer = this.#builder.property(property);
    if (writer) return new Slot(name, prefix + property, 'property', writer, traits);
    if (this.leftOut.size < mostLeftOut) this.leftOut.add(property);
    return new Slot(name, prefix + property, 'ignored', null, traits);
  }
}

function remembered(slots: Map<string, Slot>, name: string, make: () => Slot): Slot {
  const known = slots.get(name);
  if (known) return known;
  const made = make();
  if (slots.size < mostRemembered) slots.set(name, made);
  return made;
}
