import type { Slice } from '../scan/scope-log.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** A column with a number for every open. */
type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The sum of a column over opens. */
export function sum(columnOf: (slice: Slice) => Column): (cells: Cells) => Reducer {
  return (cells) => {
    const sums = emptyCells(cells);
    return {
      add({ slice, cell, open, length }) {
        const column = columnOf(slice);
        for (let index = 0; index < length; index++) sums[cell[index]!]! += column[open[index]! - 1]!;
      },
      finish: () => sums,
    };
  };
}
