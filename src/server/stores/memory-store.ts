import type { DocumentStore, StoredDocument } from './document-store.js';
import { WorkingSet } from './working-set.js';

/** Keeps documents for as long as the page or process lives. */
export function createMemoryStore(): DocumentStore {
  const collections = new Map<string, StoredDocument[]>();
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- a change that throws has to reject
    async transact(collection, app, change) {
      const key = JSON.stringify([collection, app]);
      const documents = new WorkingSet(collections.get(key) ?? []);
      const result = change(documents);
      collections.set(key, documents.all());
      return result;
    },
    close: () => Promise.resolve(),
  };
}
