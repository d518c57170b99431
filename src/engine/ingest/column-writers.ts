import type { CodedColumn, NumberColumn, PropertyColumn } from '../store/column-batch.js';
import { ByteDictionary } from './byte-dictionary.js';

/**
 * Columns of the batch in the making. A row is written cell by cell and may be given up again: `stamp` is the last row a
 * cell was written in, so a second cell of the same row is noticed and a row given up can be wiped.
 *
 * Arrays are made when the first cell of a batch is written; `take` hands them over and starts the next batch.
 */
export abstract class ColumnWriter {
  /** Row of the last cell written in this batch, -1 for none. */
  stamp = -1;

  constructor(protected readonly size: BatchSize) {}

  /** Gives up the cell of a row, if it has one. */
  wipe(row: number): void {
    if (this.stamp !== row) return;
    this.clear(row);
    this.stamp = -1;
  }

  /** Makes the cell missing again. */
  protected abstract clear(row: number): void;
}

/** How many rows the batch in the making may have; shared by its columns. */
export interface BatchSize {
  rows: number;
}

/** Text as codes. */
export class TextWriter extends ColumnWriter {
  readonly dictionary: ByteDictionary;
  codes: Uint32Array | null = null;

  constructor(size: BatchSize, dictionary = new ByteDictionary()) {
    super(size);
    this.dictionary = dictionary;
  }

  set(row: number, code: number): void {
    if (code === 0) return;
    this.codes ??= new Uint32Array(this.size.rows);
    this.codes[row] = code;
    this.stamp = row;
  }

  protected override clear(row: number): void {
    this.codes![row] = 0;
  }

  take(): CodedColumn | undefined {
    const codes = this.codes;
    this.codes = null;
    this.stamp = -1;
    return codes ? { codes, dictionary: this.dictionary.strings } : undefined;
  }
}

/** Numbers, `NaN` for missing. */
export class NumberWriter extends ColumnWriter {
  numbers: Float64Array | null = null;

  set(row: number, value: number): void {
    this.numbers ??= new Float64Array(this.size.rows).fill(NaN);
    this.numbers[row] = value;
    this.stamp = row;
  }

  protected override clear(row: number): void {
    this.numbers![row] = NaN;
  }

  take(): NumberColumn | undefined {
    const numbers = this.numbers;
    this.numbers = null;
    this.stamp = -1;
    return numbers ? { numbers } : undefined;
  }
}

/** Small codes: an environment, or a truth value (0 missing, 1 false, 2 true). */
export class FlagWriter extends ColumnWriter {
  flags: Uint8Array | null = null;

  set(row: number, flag: number): void {
    this.flags ??= new Uint8Array(this.size.rows);
    this.flags[row] = flag;
    this.stamp = row;
  }

  protected override clear(row: number): void {
    this.flags![row] = 0;
  }

  take(): Uint8Array | undefined {
    const flags = this.flags;
    this.flags = null;
    this.stamp = -1;
    return flags ?? undefined;
  }
}

/** Texts as they are: event ids hardly repeat, so a dictionary would only cost. */
export class IdWriter extends ColumnWriter {
  ids: (string | null)[] | null = null;

  set(row: number, id: string): void {
    this.ids ??= new Array<string | null>(this.size.rows).fill(null);
    this.ids[row] = id;
    this.stamp = row;
  }

  protected override clear(row: number): void {
    this.ids![row] = null;
  }

  take(): readonly (string | null)[] | undefined {
    const ids = this.ids;
    this.ids = null;
    this.stamp = -1;
    return ids ?? undefined;
  }
}

/** A custom property, whose values may be of several types. */
export class PropertyWriter extends ColumnWriter {
  readonly strings: TextWriter;
  readonly numbers: NumberWriter;
  readonly booleans: FlagWriter;

  constructor(size: BatchSize) {
    super(size);
    this.strings = new TextWriter(size);
    this.numbers = new NumberWriter(size);
    this.booleans = new FlagWriter(size);
  }

  setCode(row: number, code: number): void {
    if (code === 0) return;
    this.strings.set(row, code);
    this.stamp = row;
  }

  setNumber(row: number, value: number): void {
    this.numbers.set(row, value);
    this.stamp = row;
  }

  setBoolean(row: number, value: boolean): void {
    this.booleans.set(row, value ? 2 : 1);
    this.stamp = row;
  }

  protected override clear(row: number): void {
    for (const column of [this.strings, this.numbers, this.booleans]) column.wipe(row);
  }

  take(): PropertyColumn | undefined {
    const [strings, numbers, booleans] = [this.strings.take(), this.numbers.take(), this.booleans.take()];
    this.stamp = -1;
    if (!strings && !numbers && !booleans) return undefined;
    return { ...(strings && { strings }), ...(numbers && { numbers }), ...(booleans && { booleans }) };
  }
}
