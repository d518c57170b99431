import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people; as facts come person by person, a cell only has to remember who came last. */
export function distinctPeople(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  /** Persons plus 1, so that 0 is nobody. */
  const last = new Uint32Array(counts.length);
  return {
    add({ person, cell, length }) {
      for (let index = 0; index < length; index++) {
        const at = cell[index]!;
        const who = person[index]! + 1;
        if (last[at] === who) continue;
        last[at] = who;
        counts[at]!++;
      }
    },
    finish: () => counts,
  };
}
