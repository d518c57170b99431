import type { BatchBuilder } from './batch-builder.js';
import { decodeUtf8, hashBytes } from './byte-dictionary.js';
import { isNumberFor } from './cell.js';
import { InstantReader } from './instant-bytes.js';
import { KeyTable } from './key-table.js';
import { isCurrency } from './minor-units.js';
import { numberOfBytes } from './number-bytes.js';
import type { SlotTable } from './slot-table.js';
import type { Slot } from './slot.js';

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Bytes that end a run of plain characters in a JSON string: the quote, the backslash, and control characters. */
const endsRun = Uint8Array.from({ length: 256 }, (_, byte) => +(byte < 0x20 || byte === quote || byte === backslash));

/** Bytes that JSON takes as blanks, anywhere and within a line. */
const blanks = Uint8Array.from(
  { length: 256 },
  (_, byte) => +(byte === 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b && byte !== 0x0c)),
);
const blanksInLine = blanks.map((isBlank, byte) => (byte === newline ? 0 : isBlank));

/** Bytes of which numbers are made. */
const inNumber = Uint8Array.from({ length: 256 }, (_, byte) => +'+-.0123456789Ee'.includes(String.fromCharCode(byte)));

/**
 * Reads a row from the bytes of a JSON object straight into cells, without an object for it.
 *
 * It takes usual rows only and gives up on everything else (escapes, nested values, a key twice, a value that does not
 * fit, broken JSON): `read` is then false, and the caller wipes the row and takes the exact way with `JSON.parse`. So it
 * must never take a row that `JSON.parse` would not, or take it differently; it may give up as often as it likes.
 */
export class JsonReader {
  readonly #top: KeyTable;
  readonly #nested: KeyTable;
  readonly #instants = new InstantReader();
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #blanks = blanks;
  #hasProperties = false;
  /** Hash of the string that was scanned last. */
  #hash = 0;

  constructor(
    private readonly builder: BatchBuilder,
    slots: SlotTable,
    private readonly majorAmounts: boolean,
  ) {
    this.#top = new KeyTable((name) => slots.top(name));
    this.#nested = new KeyTable((name) => slots.nested(name));
  }

  /** Writes and ends the row in `bytes[start, end)`, or gives up on it with cells half written. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.#blanks = blanks;
    return this.#row(bytes, start, end) && this.#at === end && this.builder.finish() === null;
  }

  /**
   * The same for the row that begins at `start` and ends with a newline before `limit`, without a search for it: where
   * that newline is, or -1 where it gives up. A row of more than `maxBytes` is none.
   */
  readLine(bytes: Uint8Array, start: number, limit: number, maxBytes: number): number {
    this.#blanks = blanksInLine;
    const isLine = this.#row(bytes, start, limit) && this.#next() === newline && this.#at - start <= maxBytes;
    return isLine && this.builder.finish() === null ? this.#at : -1;
  }

  /** A whole object and the blanks around it. */
  #row(bytes: Uint8Array, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#hasProperties = false;
    this.#skipBlanks();
    if (!this.#object(this.#top)) return false;
    this.#skipBlanks();
    return true;
  }

  /** An object whose keys are of one table, from its brace to after its brace. */
  #object(keys: KeyTable): boolean {
    if (this.#next() !== openBrace) return false;
    this.#at++;
    this.#skipBlanks();
    if (this.#next() === closeBrace) {
      this.#at++;
      return true;
    }
    let before = keys.first;
    for (;;) {
      let key = before.guess(this.#bytes, this.#at);
      if (key !== null) this.#at += key.bytes.length;
      else {
        key = this.#findKey(keys);
        if (key === null) return false;
        before.remember(key);
      }
      this.#skipBlanks();
      if (!this.#value(key.slot!)) return false;
      before = key;
      this.#skipBlanks();
      const after = this.#next();
      this.#at++;
      if (after === closeBrace) return true;
      if (after !== comma) return false;
      this.#skipBlanks();
    }
  }

  /** A key that is not the expected one, with its colon. */
  #findKey(keys: KeyTable) {
    if (this.#next() !== quote) return null;
    const start = ++this.#at;
    if (!this.#scanString()) return null;
    const key = keys.find(this.#bytes, start, this.#at - 1);
    this.#skipBlanks();
    if (this.#next() !== colon) return null;
    this.#at++;
    return key;
  }

  /** The value of a slot; it must not have one in this row yet. */
  #value(slot: Slot): boolean {
    if (slot.writer !== null && slot.writer.stamp === this.builder.row) return false;
    const first = this.#next();
    if (first === quote) return this.#string(slot);
    if (first === 0x6e) return slot.kind !== 'properties' && this.#word('null');
    if (first === openBrace) return this.#properties(slot);
    if (first === 0x74) return this.#word('true') && this.#boolean(slot, true);
    if (first === 0x66) return this.#word('false') && this.#boolean(slot, false);
    return this.#number(slot);
  }

  /** The custom properties. A second such object may replace the first or join it, which is left to the exact way. */
  #properties(slot: Slot): boolean {
    if (slot.kind !== 'properties' || this.#hasProperties) return false;
    this.#hasProperties = true;
    return this.#object(this.#nested);
  }

  #string(slot: Slot): boolean {
    const start = ++this.#at;
    if (!this.#scanString()) return false;
    const end = this.#at - 1;
    const row = this.builder.row;
    if (slot.text !== null) {
      const code = slot.text.dictionary.codeOf(this.#bytes, start, end, this.#hash);
      if (code > 0 && slot.kind === 'currency' && !isCurrency(slot.text.dictionary.strings[code]!)) return false;
      slot.text.set(row, code);
      return code >= 0;
    }
    if (slot.property !== null) {
      const code = slot.property.strings.dictionary.codeOf(this.#bytes, start, end, this.#hash);
      slot.property.setCode(row, code);
      return code >= 0;
    }
    if (start === end) return true;
    if (slot.kind === 'instant') {
      const ms = this.#instants.read(this.#bytes, start, end);
      slot.number!.set(row, ms);
      return ms >= 0;
    }
    return this.#otherString(slot, start, end);
  }

  #otherString(slot: Slot, start: number, end: number): boolean {
    const text = decodeUtf8(this.#bytes, start, end);
    if (text === null) return false;
    if (slot.id !== null) slot.id.set(this.builder.row, text);
    else if (slot.flag !== null && text === 'production') slot.flag.set(this.builder.row, 0);
    else if (slot.flag !== null && text === 'non_production') slot.flag.set(this.builder.row, 1);
    else return slot.kind === 'ignored';
    return true;
  }

  #number(slot: Slot): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    while (at < this.#end && inNumber[bytes[at]!] === 1) at++;
    this.#at = at;
    const value = numberOfBytes(bytes, start, at);
    if (!Number.isFinite(value)) return false;
    const row = this.builder.row;
    if (slot.number !== null) slot.number.set(row, value);
    else if (slot.property !== null) slot.property.setNumber(row, value);
    else if (slot.kind === 'text' && slot.lenient) return this.#numberAsText(slot, start, at);
    else return slot.kind === 'ignored';
    return slot.number === null || isNumberFor(slot.kind, value, this.majorAmounts);
  }

  /** A whole number of usual length is its own text; how others are spelled is left to the exact way. */
  #numberAsText(slot: Slot, start: number, end: number): boolean {
    if (end - start > 15) return false;
    for (let i = start; i < end; i++) if (this.#bytes[i]! < 0x30 || this.#bytes[i]! > 0x39) return false;
    slot.text!.set(
      this.builder.row,
      slot.text!.dictionary.codeOf(this.#bytes, start, end, hashBytes(this.#bytes, start, end)),
    );
    return true;
  }

  #boolean(slot: Slot, value: boolean): boolean {
    if (slot.property === null) return slot.kind === 'ignored';
    slot.property.setBoolean(this.builder.row, value);
    return true;
  }

  #word(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.#bytes[this.#at + i] !== word.charCodeAt(i)) return false;
    this.#at += word.length;
    return this.#at <= this.#end;
  }

  /** Goes past the closing quote and leaves the hash; false where the string is not a plain one. */
  #scanString(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#at;
    let hash = 0;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (endsRun[byte] === 1) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.#at = at + 1;
    this.#hash = hash;
    return at < end && bytes[at] === quote;
  }

  #skipBlanks(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < this.#end && this.#blanks[bytes[at]!] === 1) at++;
    this.#at = at;
  }

  /** The byte to read next; -1 at the end. */
  #next(): number {
    return this.#at < this.#end ? this.#bytes[this.#at]! : -1;
  }
}
