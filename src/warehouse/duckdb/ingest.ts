import {
  ingestEvents,
  type AppendOutcome,
  type BatchSink,
  type ColumnBatch,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
} from '#engine/ingest/reading.js';
import type { WarehouseHost } from '../host.js';
import type { Connection } from './connection.js';
import type { Stored } from './event-store.js';

/** Takes batches as they are read and keeps them until they are stored. */
export class Waiting implements BatchSink {
  #batches: ColumnBatch[] = [];

  append(batch: ColumnBatch): AppendOutcome {
    this.#batches.push(batch);
    return { accepted: batch.length, duplicate: 0 };
  }

  /** Hands over what waits. */
  take(): ColumnBatch[] {
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }
}

/** Reads a file and stores what it holds, all in one transaction: where it cannot be read to its end, nothing stays. */
export async function ingest(
  host: WarehouseHost,
  input: EventInput,
  options: IngestOptions,
  also?: (writer: Connection, outcome: IngestOutcome) => Promise<void>,
): Promise<IngestOutcome> {
  const waiting = new Waiting();
  // Once there are visits, a file without any is a continuation and no mistake.
  const withoutVisits = options.withoutVisits ?? host.events.nextSeq > 0;
  const read = await ingestEvents(waiting, input, { ...options, withoutVisits });
  const outcomeOf = ({ accepted, duplicate }: Stored): IngestOutcome => ({ ...read, accepted, duplicate });
  const stored = await host.events.take(waiting.take(), also && ((writer, so) => also(writer, outcomeOf(so))));
  return outcomeOf(stored);
}
