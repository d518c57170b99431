import type { ColumnBatch } from '../store/column-batch.js';
import type { AppendOutcome } from '../store/store.js';
import type { BatchSink } from './visit-gate.js';

/** Where a batch ends in its file. */
interface BatchEnd {
  readonly row: number;
  /** Rows of the file that were rejected up to there. */
  readonly rejected: number;
}

/** Stands before a sink and keeps count of what it has taken, and up to which row of the file. */
export class CountingSink implements BatchSink {
  accepted = 0;
  duplicate = 0;
  /** Where the last batch ends that the sink has taken. */
  end: BatchEnd = { row: 0, rejected: 0 };
  readonly #coming: BatchEnd[] = [];

  constructor(private readonly sink: BatchSink) {}

  /** Says where the next batch ends. It may be handed over much later, but always in its turn. */
  announce(end: BatchEnd): void {
    this.#coming.push(end);
  }

  append(batch: ColumnBatch): AppendOutcome {
    const outcome = this.sink.append(batch);
    this.accepted += outcome.accepted;
    this.duplicate += outcome.duplicate;
    this.end = this.#coming.shift() ?? this.end;
    return outcome;
  }
}
