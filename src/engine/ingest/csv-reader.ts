import type { BatchBuilder } from './batch-builder.js';
import { decodeUtf8 } from './byte-dictionary.js';
import { isNumberFor, longestNumber } from './cell.js';
import { InstantReader } from './instant-bytes.js';
import { isCurrency } from './minor-units.js';
import { numberOfBytes } from './number-bytes.js';
import type { Slot } from './slot.js';

const quote = 0x22;

/** What a CSV file's header has settled. */
export interface CsvLayout {
  readonly delimiter: number;
  /** Where the value of each column goes. */
  readonly slots: readonly Slot[];
}

/**
 * Reads a row from the bytes of a CSV record straight into cells. As the JSON reader does, it takes usual rows only and
 * gives up on the others: doubled quotes, a wrong number of fields, a value that does not fit.
 */
export class CsvReader {
  readonly #instants = new InstantReader();

  constructor(
    private readonly builder: BatchBuilder,
    private readonly layout: CsvLayout,
    private readonly majorAmounts: boolean,
  ) {}

  /** Writes and ends the row in `bytes[start, end)`, or gives up on it with cells half written. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const { delimiter, slots } = this.layout;
    let at = start;
    for (let column = 0; column < slots.length; column++) {
      const isQuoted = at < end && bytes[at] === quote;
      const from = isQuoted ? at + 1 : at;
      const stop = isQuoted ? quote : delimiter;
      let hash = 0;
      let to = from;
      for (; to < end; to++) {
        const byte = bytes[to]!;
        if (byte === stop) break;
        hash = (Math.imul(hash, 31) + byte) | 0;
      }
      at = isQuoted ? to + 1 : to;
      const isLast = column === slots.length - 1;
      if (isLast ? at !== end : at >= end || bytes[at] !== delimiter) return false;
      at++;
      if (to > from && !this.#cell(slots[column]!, bytes, from, to, hash)) return false;
    }
    return this.builder.finish() === null;
  }

  #cell(slot: Slot, bytes: Uint8Array, start: number, end: number, hash: number): boolean {
    const row = this.builder.row;
    if (slot.writer !== null && slot.writer.stamp === row) return false;
    if (slot.text !== null) {
      const code = slot.text.dictionary.codeOf(bytes, start, end, hash);
      if (code > 0 && slot.kind === 'currency' && !isCurrency(slot.text.dictionary.strings[code]!)) return false;
      slot.text.set(row, code);
      return code >= 0;
    }
    if (slot.number !== null) return this.#number(slot, bytes, start, end);
    if (slot.property !== null) return this.#property(slot, bytes, start, end, hash);
    return this.#other(slot, bytes, start, end);
  }

  #number(slot: Slot, bytes: Uint8Array, start: number, end: number): boolean {
    let value = slot.kind === 'instant' ? this.#instants.read(bytes, start, end) : NaN;
    if (Number.isNaN(value)) value = numberOfBytes(bytes, start, end);
    slot.number!.set(this.builder.row, value);
    return isNumberFor(slot.kind, value, this.majorAmounts);
  }

  #property(slot: Slot, bytes: Uint8Array, start: number, end: number, hash: number): boolean {
    const row = this.builder.row;
    const property = slot.property!;
    const value = end - start <= longestNumber ? numberOfBytes(bytes, start, end) : NaN;
    if (value === Infinity || value === -Infinity) return false;
    if (!Number.isNaN(value)) {
      property.setNumber(row, value);
      return true;
    }
    const code = property.strings.dictionary.codeOf(bytes, start, end, hash);
    const text = code > 0 && end - start <= 5 ? property.strings.dictionary.strings[code]! : '';
    if (text === 'true' || text === 'false') property.setBoolean(row, text === 'true');
    else property.setCode(row, code);
    return code > 0;
  }

  #other(slot: Slot, bytes: Uint8Array, start: number, end: number): boolean {
    const text = decodeUtf8(bytes, start, end);
    if (text === null) return false;
    if (slot.id !== null) slot.id.set(this.builder.row, text);
    else if (slot.flag !== null && text === 'production') slot.flag.set(this.builder.row, 0);
    else if (slot.flag !== null && text === 'non_production') slot.flag.set(this.builder.row, 1);
    else return slot.kind === 'ignored';
    return true;
  }
}
