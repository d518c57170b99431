/**
 * Where a reader stands in a list that the back end hands out in parts. Cursors belong to one question: another one
 * begins at the first part.
 */
export class ListPages {
  #key = '';
  #cursors: (string | undefined)[] = [undefined];
  #index = 0;
  #largest = 0;

  /** Which part, from 0. */
  get index(): number {
    return this.#index;
  }

  /** Where the part begins, in the words of the back end. */
  get cursor(): string | undefined {
    return this.#cursors[this.#index];
  }

  /** Follows a question, told by everything in it but the part. */
  follow(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.first();
  }

  /** Goes back to the first part. */
  first(): void {
    this.#cursors = [undefined];
    this.#index = 0;
    this.#largest = 0;
  }

  /** Goes on; a list that is here whole needs no cursor. */
  next(cursor?: string): void {
    this.#index++;
    this.#cursors[this.#index] = cursor;
  }

  previous(): void {
    this.#index = Math.max(0, this.#index - 1);
  }

  /** The largest value seen in any part, so that bars of all parts have one scale. */
  largest(values: readonly (number | null | undefined)[]): number {
    this.#largest = Math.max(this.#largest, ...values.map((value) => value ?? 0));
    return this.#largest;
  }
}
