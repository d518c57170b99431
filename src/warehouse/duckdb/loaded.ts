import type { IngestOutcome } from '#engine/ingest/reading.js';
import { instant, sql, text } from '../sql.js';
import type { Connection } from './connection.js';
import type { Database } from './database.js';

/** What became of a file when it was loaded. */
export type LoadedBefore = Pick<IngestOutcome, 'accepted' | 'duplicate' | 'rejected' | 'rejections'>;

/** What became of a file with this fingerprint, where it has been loaded. */
export async function loadedBefore(database: Database, fingerprint: string): Promise<LoadedBefore | undefined> {
  const [row] = await database.alone((writer) =>
    writer.rows(sql`select accepted, duplicate, rejected from loaded where fingerprint = ${text(fingerprint)}`),
  );
  if (!row) return undefined;
  const count = (column: string) => row[column] as number;
  return { accepted: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected'), rejections: [] };
}

/** Remembers what became of a file, in the transaction that keeps its events. */
export function remember(fingerprint: string) {
  return async (writer: Connection, { accepted, duplicate, rejected }: IngestOutcome): Promise<void> => {
    await writer.run(sql`
      insert into loaded (fingerprint, accepted, duplicate, rejected)
      values (${text(fingerprint)}, ${instant(accepted)}, ${instant(duplicate)}, ${instant(rejected)})`);
  };
}
