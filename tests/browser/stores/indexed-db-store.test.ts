import { createIndexedDbStore } from '#server/stores/indexed-db-store.js';
import { deleteDB } from 'idb';
import { definitionsCases } from '../../server/definitions/definitions-suite.js';
import { storeCases } from '../../server/stores/document-store-suite.js';

for (const [what, cases] of [
  ['a document store', storeCases],
  ['definitions', definitionsCases],
] as const)
  describe(`${what} in IndexedDB`, () => {
    for (const { name, run } of cases)
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
