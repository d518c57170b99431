import type { Cells, Reducer } from './reducer.js';

/** How many facts. */
export function count(cells: Cells): Reducer {
  // Adding to whole numbers is quicker than to those that could be fractions.
  const counts = new Uint32Array(cells.groups * cells.periods.count);
  return {
    add({ cell, length }) {
      for (let index = 0; index < length; index++) counts[cell[index]!]!++;
    },
    finish: () => Float64Array.from(counts),
  };
}
