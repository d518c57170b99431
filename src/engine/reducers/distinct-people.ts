import type { Cells, Reducer } from './reducer.js';

/** How many people. */
export function distinctPeople(cells: Cells): Reducer {
  return cells.persons === undefined ? personByPerson(cells) : mixedPeople(cells, cells.persons);
}

/** As facts come person by person, a cell only has to remember who came last. */
function personByPerson(cells: Cells): Reducer {
  const counts = new Uint32Array(cells.groups * cells.periods.count);
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
    finish: () => Float64Array.from(counts),
  };
}

/** As each person's facts come in the order of time, a person only has to remember the last cell. */
function mixedPeople(cells: Cells, persons: number): Reducer {
  const counts = new Uint32Array(cells.groups * cells.periods.count);
  /** Cells plus 1, so that 0 is none. */
  const last = new Uint32Array(persons);
  return {
    add({ person, cell, length }) {
      for (let index = 0; index < length; index++) {
        const who = person[index]!;
        const at = cell[index]! + 1;
        if (last[who] === at) continue;
        last[who] = at;
        counts[at - 1]!++;
      }
    },
    finish: () => Float64Array.from(counts),
  };
}
