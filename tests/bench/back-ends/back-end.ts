import type { Reports } from '../questions.js';

/** A back end that keeps events somewhere of its own. */
export interface BackEnd {
  readonly name: string;
  readonly reports: Reports;
  /** Takes events as NDJSON. */
  load(lines: ReadableStream<Uint8Array>): Promise<void>;
  /** What it keeps, on disk. */
  diskBytes(): Promise<number>;
  /** Ends, and removes what it kept. */
  close(): Promise<void>;
}
