import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DocumentStore, StoredDocument } from './document-store.js';
import { WorkingSet } from './working-set.js';

interface Row extends StoredDocument {
  readonly collection: string;
  readonly app: string;
  /** Order of creation. */
  readonly position: number;
}

interface Schema extends DBSchema {
  documents: { key: [string, string, string]; value: Row; indexes: { position: [string, string, number] } };
}

/** Keeps documents in the browser's IndexedDB, shared by its tabs. */
export function createIndexedDbStore(name = 'miniapp-analytics'): DocumentStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  return {
    // Opened with the first change: a page that keeps nothing makes no database, and one that may not is told then.
    transact: async (collection, app, change) => transact(await (opening ??= open(name)), collection, app, change),
    close: async () => {
      (await opening)?.close();
    },
  };
}

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      const documents = database.createObjectStore('documents', { keyPath: ['collection', 'app', 'id'] });
      documents.createIndex('position', ['collection', 'app', 'position']);
    },
  });
}

async function transact<T>(
  database: IDBPDatabase<Schema>,
  collection: string,
  app: string,
  change: (documents: WorkingSet) => T,
): Promise<T> {
  const transaction = database.transaction('documents', 'readwrite');
  const range = IDBKeyRange.bound([collection, app, 0], [collection, app, Number.MAX_SAFE_INTEGER]);
  const rows = await transaction.store.index('position').getAll(range);
  const documents = new WorkingSet(rows.map(({ id, version, body }) => ({ id, version, body })));
  let result: T;
  try {
    result = change(documents);
  } catch (error) {
    transaction.abort();
    // The abort rejects `done`; it is the change's own error that the caller should see.
    await transaction.done.catch(() => undefined);
    throw error;
  }
  // Both: a write that fails (the disk is full) fails the transaction too, and neither may go unheard.
  await Promise.all([write(transaction.store, documents, rows, collection, app), transaction.done]);
  return result;
}

async function write(
  store: { put(row: Row): Promise<unknown>; delete(key: [string, string, string]): Promise<unknown> },
  documents: WorkingSet,
  rows: readonly Row[],
  collection: string,
  app: string,
): Promise<void> {
  const positions = new Map(rows.map((row) => [row.id, row.position]));
  let next = (rows.at(-1)?.position ?? 0) + 1;
  const { put, deleted } = documents.changes();
  await Promise.all([
    ...put.map((document) =>
      store.put({ ...document, collection, app, position: positions.get(document.id) ?? next++ }),
    ),
    ...deleted.map((id) => store.delete([collection, app, id])),
  ]);
}
