import type { Facts } from '../scan/facts.js';
import type { Slice } from '../scan/scope-log.js';
import { adding, type Cells, type Reducer } from './reducer.js';

/** A column with a number for every open. */
type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The sum of a column over opens. */
export function sum(columnOf: (slice: Slice) => Column): (cells: Cells) => Reducer {
  return adding((facts, sums) => addColumn(facts, columnOf(facts.slice), sums));
}

/** Adds the value of each fact's open. */
export function addColumn({ cell, open, length }: Facts, column: Column, sums: Float64Array): void {
  for (let index = 0; index < length; index++) sums[cell[index]!]! += column[open[index]! - 1]!;
}
