import type { Documents, StoredDocument } from './document-store.js';

/** Documents in memory that remember what a change did to them, for a store to write down afterwards. */
export class WorkingSet implements Documents {
  readonly #documents: Map<string, StoredDocument>;
  readonly #changed = new Set<string>();

  /** @param documents oldest first. */
  constructor(documents: Iterable<StoredDocument>) {
    this.#documents = new Map([...documents].map((document) => [document.id, document]));
  }

  get(id: string): StoredDocument | undefined {
    return this.#documents.get(id);
  }

  all(): StoredDocument[] {
    return [...this.#documents.values()];
  }

  put(id: string, body: unknown): StoredDocument {
    const version = (this.#documents.get(id)?.version ?? 0) + 1;
    const document = { id, version, body: structuredClone(body) };
    this.#documents.set(id, document);
    this.#changed.add(id);
    return document;
  }

  delete(id: string): void {
    if (this.#documents.delete(id)) this.#changed.add(id);
  }

  /** Documents that were put, and ids of those that were deleted. */
  changes(): { put: StoredDocument[]; deleted: string[] } {
    const put: StoredDocument[] = [];
    const deleted: string[] = [];
    for (const id of this.#changed) {
      const document = this.#documents.get(id);
      if (document) put.push(document);
      else deleted.push(id);
    }
    return { put, deleted };
  }
}
