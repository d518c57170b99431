import { createIndexedDbStore } from '#server/stores/indexed-db-store.js';
import { deleteDB } from 'idb';
import { storeCases } from '../../server/stores/document-store-suite.js';

describe('a document store in IndexedDB', () => {
  for (const { name, run } of storeCases)
    it(name, async () => {
      const database = `test-${crypto.randomUUID()}`;
      const store = createIndexedDbStore(database);
      try {
        await run(store);
      } finally {
        await store.close();
        await deleteDB(database);
      }
    });
});
