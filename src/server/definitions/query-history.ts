import type { PastQuery } from '#contract/api.js';
import type { DocumentStore } from '../stores/document-store.js';

const collection = 'queries';
/** Of one caller in one app; older ones make room. */
const keptQueries = 100;

/** The event and funnel queries that a caller ran in an app, newest first. The same query again moves to the front. */
export function createQueryHistory(store: DocumentStore, newId: () => string) {
  const key = (app: string, caller: string) => JSON.stringify([app, caller]);
  return {
    list: (app: string, caller: string) =>
      store.transact(collection, key(app, caller), (documents) =>
        documents
          .all()
          .map(({ body }) => body as PastQuery)
          .reverse(),
      ),
    add: (app: string, caller: string, report: PastQuery['report'], query: object, now: number) =>
      store.transact(collection, key(app, caller), (documents) => {
        const text = JSON.stringify([report, query]);
        for (const { id, body } of documents.all()) {
          const past = body as PastQuery;
          if (JSON.stringify([past.report, past.query]) === text) documents.delete(id);
        }
        const id = newId();
        documents.put(id, { id, report, query, asked_at: new Date(now).toISOString() });
        for (const { id: old } of documents.all().slice(0, -keptQueries)) documents.delete(old);
      }),
  };
}

/** Remembers queries. */
export type QueryHistory = ReturnType<typeof createQueryHistory>;
