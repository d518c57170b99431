import { ingestEvents } from '#engine/ingest/ingest-events.js';
import type { IngestOptions, IngestOutcome } from '#engine/ingest/ingest-options.js';
import type { EventInput } from '#engine/ingest/input.js';
import { CollectingSink, type Cells } from './collecting-sink.js';

/** What a file gave, with its rows. */
export type Read = IngestOutcome & { readonly rows: readonly Cells[] };

/** Reads a file into rows; a log without visits is taken too, as most tests are about something else. */
export async function readEvents(input: EventInput, options: IngestOptions = {}): Promise<Read> {
  const sink = new CollectingSink();
  const outcome = await ingestEvents(sink, input, { withoutVisits: true, ...options });
  return { ...outcome, rows: sink.rows };
}

/** Some bytes as a stream of pieces that end at the given places. */
export function streamOf(bytes: Uint8Array, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length)))].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      let from = 0;
      for (const to of [...places, bytes.length]) {
        if (to > from) controller.enqueue(bytes.slice(from, to));
        from = Math.max(from, to);
      }
      controller.close();
    },
  });
}
