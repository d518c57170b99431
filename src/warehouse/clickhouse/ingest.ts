import type { CollectOutcome } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import type { CollectContext } from '#contract/report-source.js';
import {
  GovernedSink,
  ingestEvents,
  IngestRefusal,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type Mapping,
} from '#engine/ingest/reading.js';
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

/**
 * Takes the events of one app out of a body. Once it answers every shard has its part, and they count; where it breaks off
 * none of them does. What definitions say of event names holds before anything is stored.
 */
export async function collect(
  log: EventLog,
  mapping: Mapping | undefined,
  app: string,
  body: ReadableStream<Uint8Array>,
  { signal, govern, record }: CollectContext,
): Promise<CollectOutcome> {
  const options: IngestOptions = { app, mapping, withoutVisits: true, signal, formats: ['ndjson', 'json'] };
  const waiting = new Waiting();
  const governed = govern && new GovernedSink(waiting, { govern, ...(record && { record }) });
  try {
    const { rejected, rejections } = await ingestEvents(governed ?? waiting, body, options);
    const { accepted, duplicate } = await log.take(async (taking) => {
      for (const batch of waiting.take()) await taking.add(batch);
      return taking.stored;
    });
    const left = governed && { dropped: governed.dropped, recorded: governed.recorded };
    return { accepted, duplicate, rejected, ...left, rejections: [...rejections] };
  } catch (error) {
    if (error instanceof IngestRefusal) throw new ReportError('malformed', error.message, [], { cause: error });
    throw error;
  }
}
