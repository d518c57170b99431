import { createMemoryStore } from '#server/stores/memory-store.js';
import { createSqliteStore } from '#server/node/sqlite-store.js';
import { createExchangeStore } from '#server/stores/exchange-store.js';
import { openWarehouse } from '#warehouse/index.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeCases } from './document-store-suite.js';

describe.each([
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['SQLite', () => createSqliteStore(':memory:')],
  ['DuckDB', async () => createExchangeStore((await openWarehouse(':memory:', { threads: 1 })).documents)],
])('a document store in %s', (_, create) => {
  it.each(storeCases)('$name', async ({ run }) => {
    const store = await create();
    await expect(run(store)).resolves.toBeUndefined();
    await store.close();
  });
});

describe('a document store in a SQLite file', () => {
  it('finds its documents again when it is opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'miniapp-analytics-'));
    const file = join(folder, 'definitions.sqlite');
    const first = await createSqliteStore(file);
    await first.transact('events', 'tea', (documents) => documents.put('1', { name: 'add_to_cart' }));
    await first.close();
    const second = await createSqliteStore(file);
    const all = await second.transact('events', 'tea', (documents) => documents.all());
    await second.close();
    await rm(folder, { recursive: true });
    expect(all).toEqual([{ id: '1', version: 1, body: { name: 'add_to_cart' } }]);
  });

  it('shares its documents with another store of the same file, as of another process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'miniapp-analytics-'));
    const file = join(folder, 'definitions.sqlite');
    const [one, other] = [await createSqliteStore(file), await createSqliteStore(file)];
    const add = (store: typeof one) =>
      store.transact('c', 'app', (documents) => documents.put('n', documents.all().length + 1));
    for (const store of [one, other, one]) await add(store);
    expect(await other.transact('c', 'app', (documents) => documents.get('n')?.version)).toBe(3);
    await one.close();
    await other.close();
    await rm(folder, { recursive: true });
  });
});
