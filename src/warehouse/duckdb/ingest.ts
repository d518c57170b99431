import { ingestEvents, type EventInput, type IngestOptions, type IngestOutcome } from '#engine/ingest/reading.js';
import type { Connection } from './connection.js';
import { paced, Waiting } from '../waiting.js';
import type { Database } from './database.js';
import type { EventStore } from './event-store.js';

/**
 * Reads a file and stores what it holds, all in one transaction: where it cannot be read to its end, nothing stays. The
 * file is read on while what was read is stored, and no further, so that a long one takes no more memory than a short one.
 */
export async function ingest(
  host: { readonly database: Database; readonly events: EventStore },
  input: EventInput,
  options: IngestOptions,
  also?: (writer: Connection, outcome: IngestOutcome) => Promise<void>,
): Promise<IngestOutcome> {
  const waiting = new Waiting();
  // Once there are visits, a file without any is a continuation and no mistake.
  const withoutVisits = options.withoutVisits ?? host.events.nextSeq > 0;
  const { taking, outcome } = await host.database.write(async (writer) => {
    const begun = host.events.begin(writer);
    let storing: Promise<unknown> = Promise.resolve();
    const store = async () => {
      await storing;
      const batches = waiting.take();
      if (batches.length === 0) return;
      storing = begun.add([batches]);
      // It is waited for before anything else is done.
      storing.catch(() => undefined);
    };
    const read = await ingestEvents(waiting, paced(input, store), { ...options, withoutVisits }).finally(() => storing);
    await store();
    await storing;
    const whole: IngestOutcome = { ...read, ...begun.stored };
    await also?.(writer, whole);
    return { taking: begun, outcome: whole };
  });
  taking.settle();
  return outcome;
}
