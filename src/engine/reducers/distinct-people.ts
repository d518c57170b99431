import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people; as facts come person by person, a cell only has to remember who came last. */
export function distinctPeople(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  const last = new Float64Array(counts.length).fill(-1);
  return {
    add({ person, cell, length }) {
      for (let index = 0; index < length; index++) {
        const at = cell[index]!;
        if (last[at] === person[index]) continue;
        last[at] = person[index]!;
        counts[at]!++;
      }
    },
    finish: () => counts,
  };
}
