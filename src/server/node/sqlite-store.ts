import type { DocumentStore, StoredDocument } from '../stores/document-store.js';
import { WorkingSet } from '../stores/working-set.js';
import { openSqlite, type Sqlite } from './sqlite.js';

const schema = `CREATE TABLE IF NOT EXISTS documents (
  collection TEXT NOT NULL, app TEXT NOT NULL, id TEXT NOT NULL,
  position INTEGER NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (collection, app, id)
)`;
const select = 'SELECT id, version, body FROM documents WHERE collection = ? AND app = ? ORDER BY position';
// A document that is there already keeps its position.
const upsert = `INSERT INTO documents (collection, app, id, position, version, body) VALUES (?, ?, ?,
  (SELECT 1 + COALESCE(MAX(position), 0) FROM documents WHERE collection = ? AND app = ?), ?, ?)
  ON CONFLICT (collection, app, id) DO UPDATE SET version = excluded.version, body = excluded.body`;
const remove = 'DELETE FROM documents WHERE collection = ? AND app = ? AND id = ?';

/**
 * Keeps documents in one SQLite file, created when missing.
 *
 * @param file path, or `:memory:`.
 */
export async function createSqliteStore(file: string): Promise<DocumentStore> {
  const database = await openSqlite(file);
  database.exec(schema);
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- a change that throws has to reject
    transact: async (collection, app, change) =>
      exclusively(database, () => {
        const rows = database.all(select, [collection, app]);
        const documents = new WorkingSet(rows.map(documentOf));
        const result = change(documents);
        const { put, deleted } = documents.changes();
        for (const { id, version, body } of put)
          database.run(upsert, [collection, app, id, collection, app, version, JSON.stringify(body)]);
        for (const id of deleted) database.run(remove, [collection, app, id]);
        return result;
      }),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function exclusively<T>(database: Sqlite, run: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Where the disk is full SQLite has rolled back by itself, and says that there is nothing to roll back. */
function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // What went wrong first is thrown.
  }
}

function documentOf(row: Record<string, unknown>): StoredDocument {
  return { id: String(row['id']), version: Number(row['version']), body: JSON.parse(String(row['body'])) as unknown };
}
