import type { Slice } from './scope-log.js';

/** So many are kept; who asks for more different things has to wait for some of them after an append. */
const MOST = 24;

/**
 * How to derive from a slice what questions have derived lately (values of opens, lists of events, matches), so that it
 * can be there for the slices of an append before the next question asks for it.
 */
export class Recipes {
  readonly #makers = new Map<string, (slice: Slice) => unknown>();

  /** Remembers how something is made; the same name is the same thing. */
  note(name: string, make: (slice: Slice) => unknown): void {
    this.#makers.delete(name);
    this.#makers.set(name, make);
    if (this.#makers.size > MOST) this.#makers.delete([...this.#makers.keys()][0]!);
  }

  /** Makes all of it for a slice. */
  make(slice: Slice): void {
    for (const make of [...this.#makers.values()]) make(slice);
  }
}
