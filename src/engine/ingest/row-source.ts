/** Takes the rows that a splitter finds in a file. */
export interface RowSink {
  /** A row, `bytes[start, end)`, with its number as the file's reader counts: a line, or an element of an array. */
  row(bytes: Uint8Array, start: number, end: number, number: number): void;
  /**
   * Tries to take the row that begins at `start` and ends with a newline before `limit`, before anyone looks for that
   * newline: where it is, or -1 where the row has to be cut out first.
   */
  rowFrom(bytes: Uint8Array, start: number, limit: number, number: number): number;
  /** A stretch of the file that is no row. */
  reject(number: number, reason: string): void;
}

/** Cuts a file that comes in pieces of any size into rows. */
export interface Splitter {
  push(piece: Uint8Array): void;
  end(): void;
}

/** Turns the bytes of a row into cells. */
export interface RowReader {
  /** Takes a row; says why where it is no event. */
  read(bytes: Uint8Array, start: number, end: number): string | null;
  /** See {@link RowSink.rowFrom}; a reader without it needs rows cut out. */
  readLine?(bytes: Uint8Array, start: number, limit: number, maxBytes: number): number;
}

/** Why a row past the limit is not taken. */
export function tooLong(what: string, limit: number): string {
  return `The ${what} is longer than ${limit} bytes.`;
}
