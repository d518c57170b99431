import { Carry } from './carry.js';
import { tooLong, type RowSink, type Splitter } from './row-source.js';

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Rows as the elements of a JSON array, numbered from 1. It only finds where an element ends, by brackets and quotes, so
 * that one broken element is one rejected row; whether an element is JSON its reader decides.
 */
export class ArraySplitter implements Splitter {
  readonly #carry = new Carry();
  #place: 'before' | 'inside' | 'after' = 'before';
  #number = 0;
  /** An element has begun. */
  #begun = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #isTooLong = false;

  constructor(
    private readonly sink: RowSink,
    private readonly maxRowBytes: number,
  ) {}

  push(piece: Uint8Array): void {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      if (this.#place === 'after') {
        this.#trailing(piece.subarray(at));
        return;
      }
      const byte = piece[at]!;
      if (this.#inString) this.#inside(byte);
      else if (this.#place === 'before') {
        if (byte === openBracket) this.#place = 'inside';
        start = at + 1;
      } else if (this.#depth === 0 && (byte === comma || byte === closeBracket)) {
        this.#endElement(piece, start, at, byte);
        start = at + 1;
      } else if (this.#begun || !isBlank(byte)) this.#structure(byte);
      else start = at + 1;
    }
    if (this.#begun) this.#keep(piece.subarray(start));
  }

  end(): void {
    if (this.#begun) this.#endCarried();
    if (this.#place === 'inside')
      this.sink.reject(this.#number + 1, 'The file ends before the array does (no closing ]).');
  }

  #inside(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
  }

  #structure(byte: number): void {
    this.#begun = true;
    if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth++;
    else if ((byte === closeBrace || byte === closeBracket) && this.#depth > 0) this.#depth--;
  }

  #endElement(piece: Uint8Array, start: number, end: number, by: number): void {
    if (this.#begun && this.#carry.length === 0 && !this.#isTooLong) this.#element(piece, start, end);
    else if (this.#begun) {
      this.#keep(piece.subarray(start, end));
      this.#endCarried();
    } else if (by === comma || this.#number > 0) {
      this.sink.reject(
        ++this.#number,
        `There is nothing before \`${String.fromCharCode(by)}\` where an event has to be.`,
      );
    }
    this.#begun = false;
    if (by === closeBracket) this.#place = 'after';
  }

  #keep(piece: Uint8Array): void {
    this.#isTooLong ||= this.#carry.length + piece.length > this.maxRowBytes;
    if (this.#isTooLong) this.#carry.clear();
    else this.#carry.add(piece);
  }

  #endCarried(): void {
    if (this.#isTooLong) this.sink.reject(++this.#number, tooLong('element', this.maxRowBytes));
    else this.#element(this.#carry.bytes, 0, this.#carry.length);
    this.#carry.clear();
    this.#isTooLong = false;
  }

  #element(bytes: Uint8Array, start: number, end: number): void {
    this.#number++;
    if (end - start > this.maxRowBytes) this.sink.reject(this.#number, tooLong('element', this.maxRowBytes));
    else this.sink.row(bytes, start, end, this.#number);
  }

  /** What stands after the array: blanks, else one rejection. */
  #trailing(rest: Uint8Array): void {
    if (this.#number < 0 || rest.every(isBlank)) return;
    this.sink.reject(this.#number + 1, 'There is more text after the end of the array.');
    this.#number = -1;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
