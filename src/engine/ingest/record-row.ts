import type { BatchBuilder } from './batch-builder.js';
import { setCell, type CellRules } from './cell.js';
import { mustBe } from './reasons.js';
import type { SlotTable } from './slot-table.js';
import type { Slot } from './slot.js';

/** The raw names and values of one row. */
export type RawEntries = Iterable<readonly [name: string, value: unknown]>;

/**
 * The exact way from a row's names and values to cells: settles which of several names fills a field, checks every value
 * and says what is wrong with the first that does not fit. Slow beside the byte readers, and the measure of them.
 */
export class RecordRow {
  readonly #chosen = new Map<string, { slot: Slot; value: unknown }>();

  constructor(
    private readonly builder: BatchBuilder,
    private readonly slots: SlotTable,
    private readonly rules: CellRules,
  ) {}

  /** Writes and ends the row; where it is no event, gives it up and says why. */
  write(entries: RawEntries): string | null {
    this.#chosen.clear();
    const reason = this.#collect(entries) ?? this.#set() ?? this.builder.finish();
    if (reason !== null) this.builder.giveUp();
    return reason;
  }

  #collect(entries: RawEntries): string | null {
    for (const [name, value] of entries) {
      if (isMissing(value)) continue;
      const slot = this.slots.top(name);
      if (slot.kind !== 'properties') {
        this.#offer(slot, value);
        continue;
      }
      const properties = this.#propertiesOf(value);
      if (properties === null) return mustBe(name, value, 'an object of custom properties');
      for (const [key, nested] of Object.entries(properties)) {
        if (!isMissing(nested)) this.#offer(this.slots.nested(key), nested);
      }
    }
    return null;
  }

  #propertiesOf(value: unknown): object | null {
    const parsed = this.rules.fromText && typeof value === 'string' ? jsonOrNull(value) : value;
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  }

  #offer(slot: Slot, value: unknown): void {
    if (slot.kind === 'ignored') return;
    const rival = this.#chosen.get(slot.field);
    const wins =
      !rival || slot.rank < rival.slot.rank || (slot.rank === rival.slot.rank && slot.name < rival.slot.name);
    if (wins) this.#chosen.set(slot.field, { slot, value });
    const loser = wins ? rival : { slot, value };
    if (loser && loser.slot.kind !== 'property') this.#offer(this.slots.spare(loser.slot.name), loser.value);
  }

  #set(): string | null {
    for (const { slot, value } of this.#chosen.values()) {
      const reason = setCell(slot, this.builder.row, value, this.rules);
      if (reason !== null) return reason;
    }
    return null;
  }
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
