import type { DocumentStore, StoredDocument } from './document-store.js';
import { WorkingSet } from './working-set.js';

/** What a change leaves behind, and what it answers. */
export interface Exchanged<T> {
  readonly put: readonly StoredDocument[];
  readonly deleted: readonly string[];
  readonly result: T;
}

/** A place that keeps documents and lets one change at a time at them, such as the file that holds the events. */
export interface DocumentPlace {
  /** Gives a change all documents of a collection of an app, oldest first, and keeps what it leaves behind. */
  exchange<T>(
    collection: string,
    app: string,
    change: (documents: readonly StoredDocument[]) => Exchanged<T>,
  ): Promise<T>;
}

/** A document store over a place that somebody else opens and closes. */
export function createExchangeStore(place: DocumentPlace): DocumentStore {
  return {
    transact: (collection, app, change) =>
      place.exchange(collection, app, (stored) => {
        const documents = new WorkingSet(stored);
        const result = change(documents);
        return { ...documents.changes(), result };
      }),
    close: () => Promise.resolve(),
  };
}
