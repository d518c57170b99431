import type { AppendOutcome, BatchSink, ColumnBatch, EventInput } from '#engine/ingest/reading.js';

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

/** An input that gives its next piece once something else is done with the one before. */
export function paced(input: EventInput, between: () => Promise<void>): ReadableStream<Uint8Array> {
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
