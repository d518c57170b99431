import type { Facts } from '../scan/facts.js';
import type { Slice } from '../scan/scope-log.js';
import type { Store } from '../store/store.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** Reads a number of the event at a row, `NaN` where it has none. */
export type NumberField = (slice: Slice) => (row: number) => number;

/** Reads a numeric field: `amount`, `duration_ms`, `scene`, a screen's size, or a custom property. */
export function numberFieldOf(store: Store, field: string): NumberField {
  const dictionary = store.dictionary(field);
  return ({ segment }) => {
    const numbers = segment.numbers.get(field);
    if (numbers) return (row) => numbers.at(row);
    const codes = segment.codes.get(field);
    if (!codes) return () => NaN;
    return (row) => {
      const value = dictionary.valueOf(codes[row]!);
      return typeof value === 'number' ? value : NaN;
    };
  };
}

/** The sum of a field. */
export function sumField(field: NumberField): (cells: Cells) => Reducer {
  return folding(field, 0, (sum, value) => sum + value);
}

/** How many events carry the field. */
export function presentField(field: NumberField): (cells: Cells) => Reducer {
  return folding(field, 0, (present) => present + 1);
}

/** The least value of a field; `Infinity` where there is none. */
export function leastField(field: NumberField): (cells: Cells) => Reducer {
  return folding(field, Infinity, (least, value) => (value < least ? value : least));
}

/** The greatest value of a field; `-Infinity` where there is none. */
export function greatestField(field: NumberField): (cells: Cells) => Reducer {
  return folding(field, -Infinity, (greatest, value) => (value > greatest ? value : greatest));
}

type Fold = (result: number, value: number) => number;

function folding(field: NumberField, start: number, fold: Fold): (cells: Cells) => Reducer {
  return (cells) => new Folded(emptyCells(cells).fill(start), field, fold);
}

class Folded implements Reducer {
  constructor(
    private readonly folded: Float64Array,
    private readonly field: NumberField,
    private readonly fold: Fold,
  ) {}

  add({ slice, row, cell, length }: Facts): void {
    const { folded, fold } = this;
    const read = this.field(slice);
    for (let index = 0; index < length; index++) {
      const value = read(row[index]!);
      if (value === value) folded[cell[index]!] = fold(folded[cell[index]!]!, value);
    }
  }

  finish(): Float64Array {
    return this.folded;
  }
}
