import type { Facts } from '../scan/facts.js';
import type { Periods } from '../scan/periods.js';

/** The size of an answer: one cell for each group and period, group by group. */
export interface Cells {
  readonly groups: number;
  readonly periods: Periods;
  /**
   * How many persons there are, where their facts come mixed, but those of each person in the order of time; absent where
   * they come person by person.
   */
  readonly persons?: number;
}

/** Makes one base metric out of facts. Facts come person by person; `finish` gives one value a cell. */
export interface Reducer {
  add(facts: Facts): void;
  finish(): Float64Array;
}

/** An empty answer. */
export function emptyCells({ groups, periods }: Cells): Float64Array {
  return new Float64Array(groups * periods.count);
}

/** Adds facts to cells. One is made when the module is loaded and serves every question, so that its compiled code stays. */
export type Adder<Sums extends Float64Array | Uint32Array = Float64Array> = (facts: Facts, sums: Sums) => void;

/** A base metric that adds something up. */
export function adding(add: Adder): (cells: Cells) => Reducer {
  return (cells) => new AddingReducer(emptyCells(cells), add);
}

/** A base metric that counts: adding to whole numbers is quicker than to those that could be fractions. */
export function counting(add: Adder<Uint32Array>): (cells: Cells) => Reducer {
  return ({ groups, periods }) => new AddingReducer(new Uint32Array(groups * periods.count), add);
}

class AddingReducer<Sums extends Float64Array | Uint32Array> implements Reducer {
  constructor(
    private readonly sums: Sums,
    private readonly adder: Adder<Sums>,
  ) {}

  add(facts: Facts): void {
    this.adder(facts, this.sums);
  }

  finish(): Float64Array {
    return Float64Array.from(this.sums);
  }
}
