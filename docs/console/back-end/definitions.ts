import { createDefinitions, createIndexedDbStore, createMemoryStore, type DocumentStore } from '#server/index.js';

/** What the reader defines and saves stays in this browser; where it keeps nothing, until the page is left. */
export const definitions = createDefinitions({ store: storeOfBrowser() });

function storeOfBrowser(): DocumentStore {
  return 'indexedDB' in self ? createIndexedDbStore('host-console') : createMemoryStore();
}
