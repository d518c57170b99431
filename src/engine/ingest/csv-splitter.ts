import { Carry } from './carry.js';
import { isBlankLine } from './line-splitter.js';
import { tooLong, type RowSink, type Splitter } from './row-source.js';

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** Bytes that may part the fields of a line: comma, semicolon, tab. */
export const delimiters: readonly number[] = [0x2c, 0x3b, 0x09];

/** Where in a record the scan stands. */
type Place = 'field start' | 'plain' | 'quoted' | 'after quote' | 'after return';

/**
 * Rows as CSV records after RFC 4180: a newline inside quotes does not end one. Numbered by the line they begin on; blank
 * lines are counted and skipped. A quote opens quoted text only at the start of a field.
 *
 * Where the quotes of a record are wrong, or do not close within the limit, its first line is rejected and reading goes
 * on with the next line: one stray quote must not swallow the rest of a file.
 */
export class CsvSplitter implements Splitter {
  /** The byte between fields; until the header has settled it, any of {@link delimiters}. */
  delimiter: number | null = null;
  readonly #carry = new Carry();
  /** The line that the record in the making begins on. */
  #line = 1;
  #place: Place = 'field start';
  /** How far the record in the making is scanned, from its start. */
  #scanned = 0;
  /** Why the first line of the record in the making is no record, once that is known. */
  #fault: string | null = null;
  /** The bytes of a first line past the limit are no longer kept. */
  #skipping = false;

  constructor(
    private readonly sink: RowSink,
    private readonly maxRowBytes: number,
  ) {}

  push(piece: Uint8Array): void {
    if (this.#skipping) {
      this.#skip(piece);
    } else if (this.#carry.length === 0) {
      const done = this.#records(piece, piece.length);
      if (done < piece.length) this.#carry.add(piece.subarray(done));
      this.#boundCarry();
    } else {
      this.#carry.add(piece);
      this.#carry.dropBefore(this.#records(this.#carry.bytes, this.#carry.length));
      this.#boundCarry();
    }
  }

  end(): void {
    if (this.#skipping) this.sink.reject(this.#line, this.#fault!);
    while (this.#carry.length > 0) {
      if (this.#place === 'quoted') this.#fault ??= unclosed;
      const { bytes, length } = this.#carry;
      const done = this.#fault === null ? this.#finish(bytes, 0, length) : this.#rejectLine(bytes, 0, length, length);
      this.#carry.dropBefore(Math.min(done, length));
      this.#carry.dropBefore(this.#records(this.#carry.bytes, this.#carry.length));
    }
  }

  /** Emits the whole records of `bytes[0, length)` and says how far they reach. */
  #records(bytes: Uint8Array, length: number): number {
    let start = 0;
    let nextQuote = this.#scanned > 0 ? 0 : bytes.indexOf(quote);
    while (start < length) {
      if (nextQuote >= 0 && nextQuote < start) nextQuote = bytes.indexOf(quote, start);
      const quoteAt = nextQuote < 0 || nextQuote >= length ? length : nextQuote;
      const lineEnd = this.#scanned > 0 || this.#fault ? -1 : bytes.indexOf(newline, start);
      if (lineEnd >= 0 && lineEnd < length && lineEnd < quoteAt) start = this.#finish(bytes, start, lineEnd);
      else {
        const next = this.#scan(bytes, start, length);
        if (next < 0) return start;
        start = next;
      }
    }
    return start;
  }

  /** Scans one record byte by byte; where the next one begins, or -1 where this one has not ended yet. */
  #scan(bytes: Uint8Array, start: number, length: number): number {
    for (let at = start + this.#scanned; at < length && this.#fault === null; at++) {
      const byte = bytes[at]!;
      if (byte === newline && this.#place !== 'quoted') return this.#finish(bytes, start, at);
      this.#place = this.#after(byte);
      this.#scanned = at + 1 - start;
      if (this.#scanned > this.maxRowBytes) this.#fault = tooLong('record', this.maxRowBytes);
    }
    return this.#fault === null ? -1 : this.#rejectLine(bytes, start, length);
  }

  #after(byte: number): Place {
    if (this.#place === 'quoted') return byte === quote ? 'after quote' : 'quoted';
    if (this.#isDelimiter(byte)) return 'field start';
    if (byte === quote && (this.#place === 'field start' || this.#place === 'after quote')) return 'quoted';
    if (this.#place === 'field start' || this.#place === 'plain') return 'plain';
    if (byte === carriageReturn && this.#place === 'after quote') return 'after return';
    this.#fault = 'There is text after the end of a quoted field; quotes inside quoted text have to be doubled.';
    return 'plain';
  }

  #isDelimiter(byte: number): boolean {
    return this.delimiter === null ? delimiters.includes(byte) : byte === this.delimiter;
  }

  /** Ends the record `bytes[start, end)`; where the next one begins. */
  #finish(bytes: Uint8Array, start: number, end: number): number {
    const trimmed = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
    if (end - start > this.maxRowBytes) this.sink.reject(this.#line, tooLong('record', this.maxRowBytes));
    else if (!isBlankLine(bytes, start, trimmed)) this.sink.row(bytes, start, trimmed, this.#line);
    this.#line++;
    if (this.#scanned > 0) for (let at = start; at < end; at++) if (bytes[at] === newline) this.#line++;
    this.#restart();
    return end + 1;
  }

  /** Rejects the first line of a faulty record; where the next line begins, or -1 where it has not come yet. */
  #rejectLine(bytes: Uint8Array, start: number, length: number, whereNone = -1): number {
    const end = bytes.indexOf(newline, start);
    const found = end >= 0 && end < length;
    if (!found && whereNone < 0) return -1;
    this.sink.reject(this.#line++, this.#fault!);
    this.#restart();
    return found ? end + 1 : whereNone;
  }

  #restart(): void {
    this.#place = 'field start';
    this.#scanned = 0;
    this.#fault = null;
  }

  /** Past the limit with a fault and no end of line in sight, nothing of the line is needed any more. */
  #boundCarry(): void {
    if (this.#fault === null || this.#carry.length <= this.maxRowBytes) return;
    this.#carry.clear();
    this.#skipping = true;
  }

  #skip(piece: Uint8Array): void {
    const end = piece.indexOf(newline);
    if (end < 0) return;
    this.#skipping = false;
    this.sink.reject(this.#line++, this.#fault!);
    this.#restart();
    this.push(piece.subarray(end + 1));
  }
}

const unclosed = 'A quoted field that begins on this line does not end.';
