import type { PastQuery } from '#contract/api.js';
import type { DocumentStore } from '../stores/document-store.js';

const collection = 'queries';

/** How many queries of one caller in one app are kept; older ones make room. */
export const mostQueries = 100;

/** A query on its way into the history. */
export interface AskedQuery {
  readonly report: PastQuery['report'];
  readonly query: object;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The event and funnel queries that a caller ran in an app. The same query again moves to the front; so does one that
 * only wants more or fewer of its groups, and stays as it was first asked.
 */
export function createQueryHistory(store: DocumentStore, newId: () => string) {
  const key = (app: string, caller: string) => JSON.stringify([app, caller]);
  return {
    /** Newest first. */
    list: (app: string, caller: string) =>
      store.transact(collection, key(app, caller), (documents) =>
        documents
          .all()
          .map(({ body }) => body as PastQuery)
          .reverse(),
      ),
    /** Takes queries, oldest first. */
    add: (app: string, caller: string, asked: readonly AskedQuery[]) =>
      store.transact(collection, key(app, caller), (documents) => {
        const known = new Map(documents.all().map(({ body }) => [textOf(body as PastQuery), body as PastQuery]));
        for (const { report, query, at } of asked) {
          const text = textOf({ report, query });
          const before = known.get(text);
          if (before) documents.delete(before.id);
          const id = newId();
          const past = { id, report, query: before?.query ?? query, asked_at: new Date(at).toISOString() } as PastQuery;
          known.set(text, past);
          documents.put(id, past);
        }
        for (const { id } of documents.all().slice(0, -mostQueries)) documents.delete(id);
      }),
  };
}

/** Keeps past queries. */
export type QueryHistory = ReturnType<typeof createQueryHistory>;

function textOf({ report, query }: Pick<AskedQuery, 'report' | 'query'>): string {
  return JSON.stringify([report, { ...query, limit: undefined }]);
}
