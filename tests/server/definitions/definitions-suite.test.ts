import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#server/index.js';
import { createSqliteStore } from '#server/node/sqlite-store.js';
import { definitionsCases } from './definitions-suite.js';

describe.each([
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['SQLite', () => createSqliteStore(':memory:')],
])('definitions in %s', (_, create) => {
  it.each(definitionsCases)('$name', async ({ run }) => {
    const store = await create();
    await expect(run(store)).resolves.toBeUndefined();
    await store.close();
  });
});
