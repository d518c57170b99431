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

/**
 * Reads a file and stores what it holds, all in one transaction: where it cannot be read to its end, nothing stays. The
 * file is read on once what was read is stored, so that a long one takes no more memory than a short one.
 */
export async function ingest(
  host: WarehouseHost,
  input: EventInput,
  options: IngestOptions,
  also?: (writer: Connection, outcome: IngestOutcome) => Promise<void>,
): Promise<IngestOutcome> {
  const waiting = new Waiting();
  // Once there are visits, a file without any is a continuation and no mistake.
  const withoutVisits = options.withoutVisits ?? host.events.nextSeq > 0;
  const { taking, outcome } = await host.database.write(async (writer) => {
    const begun = await host.events.begin(writer);
    const store = async () => {
      for (const batch of waiting.take()) await begun.add(batch);
    };
    const read = await ingestEvents(waiting, paced(input, store), { ...options, withoutVisits });
    await store();
    const whole: IngestOutcome = { ...read, ...begun.stored };
    await also?.(writer, whole);
    return { taking: begun, outcome: whole };
  });
  taking.settle();
  return outcome;
}

/** An input that gives its next piece once something else is done with the one before. */
function paced(input: EventInput, between: () => Promise<void>): ReadableStream<Uint8Array> {
  const stream = input instanceof ReadableStream ? input : new Blob([input as BlobPart]).stream();
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await between();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
