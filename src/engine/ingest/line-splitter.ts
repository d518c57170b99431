import { Carry } from './carry.js';
import { tooLong, type RowSink, type Splitter } from './row-source.js';

const newline = 0x0a;

/** Rows as lines (NDJSON). Blank lines are counted and skipped; the last line needs no newline. */
export class LineSplitter implements Splitter {
  readonly #carry = new Carry();
  #number = 0;
  /** The line in the making is past the limit; its bytes are no longer kept. */
  #isTooLong = false;

  constructor(
    private readonly sink: RowSink,
    private readonly maxRowBytes: number,
  ) {}

  push(piece: Uint8Array): void {
    let start = 0;
    if (this.#carry.length > 0 || this.#isTooLong) {
      const end = piece.indexOf(newline);
      this.#keep(end < 0 ? piece : piece.subarray(0, end));
      if (end < 0) return;
      this.#endCarried();
      start = end + 1;
    }
    const limit = piece.lastIndexOf(newline) + 1;
    while (start < limit) {
      let end = this.sink.rowFrom(piece, start, limit, this.#number + 1);
      if (end >= 0) this.#number++;
      else {
        end = piece.indexOf(newline, start);
        this.#line(piece, start, end);
      }
      start = end + 1;
    }
    if (start < piece.length) this.#keep(piece.subarray(start));
  }

  end(): void {
    if (this.#carry.length > 0 || this.#isTooLong) this.#endCarried();
  }

  #keep(piece: Uint8Array): void {
    this.#isTooLong ||= this.#carry.length + piece.length > this.maxRowBytes;
    if (this.#isTooLong) this.#carry.clear();
    else this.#carry.add(piece);
  }

  #endCarried(): void {
    if (this.#isTooLong) this.sink.reject(++this.#number, tooLong('line', this.maxRowBytes));
    else this.#line(this.#carry.bytes, 0, this.#carry.length);
    this.#carry.clear();
    this.#isTooLong = false;
  }

  #line(bytes: Uint8Array, start: number, end: number): void {
    this.#number++;
    if (end - start > this.maxRowBytes) this.sink.reject(this.#number, tooLong('line', this.maxRowBytes));
    else if (!isBlankLine(bytes, start, end)) this.sink.row(bytes, start, end, this.#number);
  }
}

/** True where a stretch holds nothing but blanks. */
export function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return false;
  }
  return true;
}
