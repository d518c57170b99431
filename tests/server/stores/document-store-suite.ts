import type { DocumentStore } from '#server/stores/document-store.js';

/** One thing that every document store does; throws where it does not. Runs under any test runner. */
export interface StoreCase {
  readonly name: string;
  run(store: DocumentStore): Promise<void>;
}

function expectSame(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`Expected ${right}, got ${left}.`);
}

/** What memory, IndexedDB and SQLite have to do alike. */
export const storeCases: readonly StoreCase[] = [
  {
    name: 'keeps documents in the order of their creation, also after a change',
    async run(store) {
      await store.transact('c', 'app', (documents) => {
        documents.put('b', { n: 1 });
        documents.put('a', { n: 2 });
      });
      await store.transact('c', 'app', (documents) => documents.put('b', { n: 3 }));
      const all = await store.transact('c', 'app', (documents) => documents.all());
      expectSame(all, [
        { id: 'b', version: 2, body: { n: 3 } },
        { id: 'a', version: 1, body: { n: 2 } },
      ]);
    },
  },
  {
    name: 'keeps apps and collections apart',
    async run(store) {
      await store.transact('c', 'app', (documents) => documents.put('x', 1));
      expectSame(await store.transact('c', 'other', (documents) => documents.all()), []);
      expectSame(await store.transact('d', 'app', (documents) => documents.all()), []);
    },
  },
  {
    name: 'leaves everything as it was when a change throws',
    async run(store) {
      await store.transact('c', 'app', (documents) => documents.put('x', 'kept'));
      const failed = await store
        .transact('c', 'app', (documents) => {
          documents.put('x', 'lost');
          documents.delete('x');
          documents.put('y', 'lost');
          throw new RangeError('no');
        })
        .catch((error: unknown) => (error instanceof RangeError ? error.message : 'another error'));
      expectSame(failed, 'no');
      const all = await store.transact('c', 'app', (documents) => documents.all());
      expectSame(all, [{ id: 'x', version: 1, body: 'kept' }]);
    },
  },
  {
    name: 'lets no change come between the reads and writes of another',
    async run(store) {
      const count = (documents: Parameters<Parameters<typeof store.transact>[2]>[0]) =>
        documents.put('n', ((documents.get('n')?.body as number | undefined) ?? 0) + 1);
      await Promise.all(Array.from({ length: 20 }, () => store.transact('c', 'app', count)));
      expectSame(await store.transact('c', 'app', (documents) => documents.get('n')), {
        id: 'n',
        version: 20,
        body: 20,
      });
    },
  },
  {
    name: 'forgets a deleted document, and starts its versions anew',
    async run(store) {
      await store.transact('c', 'app', (documents) => documents.put('x', 1));
      await store.transact('c', 'app', (documents) => {
        documents.delete('x');
      });
      expectSame(await store.transact('c', 'app', (documents) => documents.all()), []);
      expectSame((await store.transact('c', 'app', (documents) => documents.put('x', 2))).version, 1);
    },
  },
  {
    name: 'does not see what is done to a body after it was put',
    async run(store) {
      const body = { list: [1] };
      await store.transact('c', 'app', (documents) => documents.put('x', body));
      body.list.push(2);
      expectSame(await store.transact('c', 'app', (documents) => documents.get('x')?.body), { list: [1] });
    },
  },
];
