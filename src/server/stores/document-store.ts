/** A JSON document with the version that its ETag names. */
export interface StoredDocument {
  readonly id: string;
  /** Counts up with every change, from 1. */
  readonly version: number;
  readonly body: unknown;
}

/** The documents of one collection of one app, as one change sees them; writing to it is what the change does. */
export interface Documents {
  get(id: string): StoredDocument | undefined;
  /** All of them, oldest first. */
  all(): StoredDocument[];
  /** Writes a document; its version is one more than that of the one before, or 1. */
  put(id: string, body: unknown): StoredDocument;
  delete(id: string): void;
}

/**
 * Where definitions, saved funnels and past queries live: memory, IndexedDB in a browser, one SQLite file in Node.
 *
 * There is one primitive, so that the rules (unique names, If-Match, state) are written once and hold everywhere.
 */
export interface DocumentStore {
  /**
   * Runs a change on all documents of a collection of an app. No other change of this store, in whichever tab or
   * process, comes between its reads and its writes. A change that throws leaves everything as it was.
   *
   * @param change runs once, synchronously.
   */
  transact<T>(collection: string, app: string, change: (documents: Documents) => T): Promise<T>;
  close(): Promise<void>;
}
