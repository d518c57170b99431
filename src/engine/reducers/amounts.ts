import type { Facts } from '../scan/facts.js';
import { adding, emptyCells, type Adder, type Cells, type Reducer } from './reducer.js';

/** The sum of `amount`, in minor units; an event without one adds nothing. */
export const sumAmounts = adding(eachAmount((sums, cell, amount) => (sums[cell]! += amount)));

/** The sum of `amount` where it is above 0, which is what makes an ad impression valid. */
export const sumPositiveAmounts = adding(
  eachAmount((sums, cell, amount) => {
    if (amount > 0) sums[cell]! += amount;
  }),
);

/** How many events have an `amount` above 0. */
export const countPositiveAmounts = adding(
  eachAmount((counts, cell, amount) => {
    if (amount > 0) counts[cell]!++;
  }),
);

/** The sum of `amount` up to the end of each period, of facts of all time. */
export function cumulativeAmounts(cells: Cells): Reducer {
  return new CumulativeAmounts(cells);
}

class CumulativeAmounts implements Reducer {
  readonly #sums: Float64Array;

  constructor(private readonly cells: Cells) {
    this.#sums = emptyCells(cells);
  }

  add({ slice, row, cell: groups, time, length }: Facts): void {
    const { count, finder } = this.cells.periods;
    const amounts = slice.segment.numbers.get('amount');
    for (let index = 0; amounts && index < length; index++) {
      const period = Math.max(0, finder.find(time[index]!)); // what came before the first period is in it too
      this.#sums[groups[index]! * count + period]! += amounts.at(row[index]!) || 0;
    }
  }

  finish(): Float64Array {
    return runningTotals(this.#sums, this.cells.periods.count);
  }
}

/** Adds to each period what the periods before it hold, in place. */
export function runningTotals(values: Float64Array, periods: number): Float64Array {
  for (let cell = 0; cell < values.length; cell++) if (cell % periods !== 0) values[cell]! += values[cell - 1]!;
  return values;
}

/** Adds the amounts of events that have one. */
function eachAmount(take: (sums: Float64Array, cell: number, amount: number) => void): Adder {
  return ({ slice, row, cell, length }, sums) => {
    const amounts = slice.segment.numbers.get('amount');
    for (let index = 0; amounts && index < length; index++) {
      const amount = amounts.at(row[index]!);
      if (amount === amount) take(sums, cell[index]!, amount);
    }
  };
}
