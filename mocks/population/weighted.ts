import type { Random } from './random.js';

/** Values with weights, to be drawn by chance. Weights need not add up to anything. */
export class Weighted<T> {
  readonly #values: T[] = [];
  readonly #upTo: number[] = [];
  #total = 0;

  constructor(entries: Iterable<readonly [T, number]>) {
    for (const [value, weight] of entries) {
      this.#total += weight;
      this.#values.push(value);
      this.#upTo.push(this.#total);
    }
    if (!(this.#total > 0)) throw new RangeError('Weights of a draw must add up to more than 0');
  }

  /** Draws one value. */
  draw(random: Random): T {
    const at = random.next() * this.#total;
    let index = 0;
    while (at >= (this.#upTo[index] as number)) index++;
    return this.#values[index] as T;
  }
}
