import type { Taken } from '../ingest/taken.js';

/** Thrown where a store would pass its memory limit. Nothing of the refused batch is kept, and nothing else is lost. */
export class MemoryLimitError extends Error {
  override readonly name = 'MemoryLimitError';
  readonly code = 'memory_limit';
  /** What had been taken of a file before; absent where columns were refused, of which nothing is taken. */
  taken?: Taken;

  constructor(
    readonly limitBytes: number,
    readonly neededBytes: number,
    readonly heldEvents: number,
  ) {
    super(
      `The store holds ${heldEvents} events and refuses more: it would need about ${megabytes(neededBytes)} MB, ` +
        `and its limit is ${megabytes(limitBytes)} MB. Raise the limit (memoryLimitBytes, --memory-limit) or load a shorter time.`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
