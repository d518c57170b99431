/** What a draft is kept in: `sessionStorage`, or a part of it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps what somebody is filling in over a reload of the page, under a key of its own. A storage that is full, forbidden
 * or broken loses the draft with the page, and breaks nothing.
 */
export class DraftStore<Draft> {
  readonly #storage: () => DraftStorage;
  readonly #isDraft: (value: unknown) => value is Draft;

  /** @param storage read at each use: in some pages the mere access throws. */
  constructor(isDraft: (value: unknown) => value is Draft, storage = (): DraftStorage => sessionStorage) {
    this.#isDraft = isDraft;
    this.#storage = storage;
  }

  /** The draft that was kept; nothing where there is none, or what is there is none. */
  read(key: string): Draft | undefined {
    try {
      const value: unknown = JSON.parse(this.#storage().getItem(key) ?? 'null');
      return this.#isDraft(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a draft. Answers whether it is kept. */
  keep(key: string, draft: Draft): boolean {
    try {
      this.#storage().setItem(key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets a draft. */
  forget(key: string): void {
    try {
      this.#storage().removeItem(key);
    } catch {
      // Nothing was kept there.
    }
  }
}
