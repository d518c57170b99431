import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many facts. */
export function count(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  return {
    add({ cell, length }) {
      for (let index = 0; index < length; index++) counts[cell[index]!]!++;
    },
    finish: () => counts,
  };
}
