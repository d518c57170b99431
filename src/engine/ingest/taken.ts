import type { IngestOutcome } from './ingest-options.js';

/**
 * What had been taken of a file when its reading broke off. It stays; whoever reads the file again begins after
 * `lastRow`, and then nothing is lost and nothing taken twice.
 */
export interface Taken extends IngestOutcome {
  /** Number of the last row that was dealt with, counted as in `rejections`; 0 where none was. Later rows left nothing. */
  readonly lastRow: number;
}
