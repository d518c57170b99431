import type { CollectOutcome } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import type { CollectContext } from '#contract/report-source.js';
import { GovernedSink, ingestEvents, IngestRefusal, type IngestOptions, type Mapping } from '#engine/ingest/reading.js';
import { Waiting } from '../waiting.js';
import type { FileHost } from './file-host.js';

/**
 * Takes the events of one app out of a body, all in one transaction: once it answers they are on disk, and where it
 * breaks off nothing of the body is. What definitions say of event names holds before anything is stored.
 */
export async function collect(
  { events }: FileHost,
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
    const { accepted, duplicate } = await events.take(waiting.take());
    const left = governed && { dropped: governed.dropped, recorded: governed.recorded };
    return { accepted, duplicate, rejected, ...left, rejections: [...rejections] };
  } catch (error) {
    if (error instanceof IngestRefusal) throw new ReportError('malformed', error.message, [], { cause: error });
    throw error;
  }
}
