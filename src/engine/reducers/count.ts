import type { Facts } from '../scan/facts.js';
import type { Cells, Reducer } from './reducer.js';

/** How many facts. */
export function count(cells: Cells): Reducer {
  return new Count(cells);
}

class Count implements Reducer {
  // Adding to whole numbers is quicker than to those that could be fractions.
  readonly #counts: Uint32Array;

  constructor(cells: Cells) {
    this.#counts = new Uint32Array(cells.groups * cells.periods.count);
  }

  add({ cell, length }: Facts): void {
    const counts = this.#counts;
    for (let index = 0; index < length; index++) counts[cell[index]!]!++;
  }

  finish(): Float64Array {
    return Float64Array.from(this.#counts);
  }
}
