import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many page views that are an entry, an exit or the only one of their open (see `viewFlags`). */
export function countFlagged(flag: number): (cells: Cells) => Reducer {
  return (cells) => {
    const counts = emptyCells(cells);
    return {
      add({ slice, cell, item, length }) {
        const { flags } = slice.sessions.views;
        for (let index = 0; index < length; index++) {
          if ((flags[item[index]!]! & flag) !== 0) counts[cell[index]!]!++;
        }
      },
      finish: () => counts,
    };
  };
}
