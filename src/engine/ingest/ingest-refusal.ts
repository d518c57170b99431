import type { Taken } from './taken.js';

/** Why a whole file was refused. */
export type RefusalCode =
  /** Nothing in it plays `launch` or `page_view`, so no visit could be counted. */
  | 'no_visits'
  /** A CSV header that has no column for the user, the time or the event. */
  | 'no_columns'
  /** Not text in UTF-8, or a broken gzip. */
  | 'unreadable';

/** A file of which nothing was taken, or nothing more; says what it holds and what to do. */
export class IngestRefusal extends Error {
  override readonly name = 'IngestRefusal';
  /** What had been taken of the file before; absent where columns were refused, of which nothing is taken. */
  taken?: Taken;

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** The event names or columns that the file does hold. */
    readonly names: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
