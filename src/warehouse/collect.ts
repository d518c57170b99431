import type { CollectOutcome } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import type { CollectContext } from '#contract/report-source.js';
import {
  GovernedSink,
  ingestEvents,
  IngestRefusal,
  type AppendOutcome,
  type ColumnBatch,
  type IngestOptions,
  type Mapping,
} from '#engine/ingest/reading.js';
import { Waiting } from './waiting.js';

/** Stores batches, all or none of them: once it answers they are kept, and count. */
type Store = (batches: readonly ColumnBatch[]) => Promise<AppendOutcome>;

/**
 * Takes the events of one app out of a body: once it answers they are stored, and where it breaks off nothing of the body
 * is. What definitions say of event names holds before anything is stored.
 */
export async function collect(
  store: Store,
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
    const { accepted, duplicate } = await store(waiting.take());
    const left = governed && { dropped: governed.dropped, recorded: governed.recorded };
    return { accepted, duplicate, rejected, ...left, rejections: [...rejections] };
  } catch (error) {
    if (error instanceof IngestRefusal) throw new ReportError('malformed', error.message, [], { cause: error });
    throw error;
  }
}
