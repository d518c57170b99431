import type { BatchBuilder } from './batch-builder.js';
import { decodeUtf8 } from './byte-dictionary.js';
import { JsonReader } from './json-reader.js';
import { shown } from './reasons.js';
import { RecordRow } from './record-row.js';
import type { RowReader } from './row-source.js';
import type { SlotTable } from './slot-table.js';

/** Rows that are JSON objects: the byte reader where it can, else `JSON.parse`. */
export class JsonRows implements RowReader {
  readonly #fast: JsonReader;
  readonly #exact: RecordRow;

  constructor(
    private readonly builder: BatchBuilder,
    slots: SlotTable,
    majorAmounts: boolean,
  ) {
    this.#fast = new JsonReader(builder, slots, majorAmounts);
    this.#exact = new RecordRow(builder, slots, { fromText: false, majorAmounts });
  }

  read(bytes: Uint8Array, start: number, end: number): string | null {
    if (this.#fast.read(bytes, start, end)) return null;
    this.builder.giveUp();
    return this.readExactly(bytes, start, end);
  }

  /** A usual row that ends with a newline before `limit`: where that is, or -1 where the row has to be cut out first. */
  readLine(bytes: Uint8Array, start: number, limit: number, maxBytes: number): number {
    const end = this.#fast.readLine(bytes, start, limit, maxBytes);
    if (end < 0) this.builder.giveUp();
    return end;
  }

  /** The way of unusual rows, which gives every row the same outcome as {@link read}. */
  readExactly(bytes: Uint8Array, start: number, end: number): string | null {
    const text = decodeUtf8(bytes, start, end);
    if (text === null) return 'The row is not UTF-8.';
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (fault) {
      return `The row is not JSON (${(fault as Error).message}).`;
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return this.#exact.write(Object.entries(value));
    return `The row is ${shown(value)}; an event is a JSON object.`;
  }
}
