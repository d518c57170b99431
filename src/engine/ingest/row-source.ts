/** Takes the rows that a splitter finds in a file. */
export interface RowSink {
  /** A row, `bytes[start, end)`, with its number as the file's reader counts: a line, or an element of an array. */
  row(bytes: Uint8Array, start: number, end: number, number: number): void;
  /** A stretch of the file that is no row. */
  reject(number: number, reason: string): void;
}

/** Cuts a file that comes in pieces of any size into rows. */
export interface Splitter {
  push(piece: Uint8Array): void;
  end(): void;
}

/** Turns the bytes of a row into cells; says why where it is no event. */
export interface RowReader {
  read(bytes: Uint8Array, start: number, end: number): string | null;
}

/** Why a row past the limit is not taken. */
export function tooLong(what: string, limit: number): string {
  return `The ${what} is longer than ${limit} bytes.`;
}
