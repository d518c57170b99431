import { ingestEvents, type EventInput, type IngestOptions, type IngestOutcome } from '#engine/ingest/reading.js';
import { paced, Waiting } from '../waiting.js';
import type { EventLog } from './event-log.js';

/** Reads a file and stores what it holds. It is read on once what was read is stored, so that a long one takes no more memory. */
export function ingest(
  log: EventLog,
  input: EventInput,
  options: IngestOptions,
  fingerprint?: string,
): Promise<IngestOutcome> {
  const waiting = new Waiting();
  // Once there are visits, a file without any is a continuation and no mistake.
  const withoutVisits = options.withoutVisits ?? log.nextSeq > 0;
  const file = fingerprint === undefined ? undefined : (outcome: IngestOutcome) => ({ ...outcome, fingerprint });
  return log.take(async (taking) => {
    const store = async () => {
      for (const batch of waiting.take()) await taking.add(batch);
    };
    const read = await ingestEvents(waiting, paced(input, store), { ...options, withoutVisits });
    await store();
    return { ...read, ...taking.stored };
  }, file);
}
