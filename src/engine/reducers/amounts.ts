import type { Facts } from '../scan/facts.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** The sum of `amount`, in minor units; an event without one adds nothing. */
export function sumAmounts(cells: Cells): Reducer {
  const sums = emptyCells(cells);
  return {
    add: (facts) => eachAmount(facts, (amount, index) => (sums[facts.cell[index]!]! += amount)),
    finish: () => sums,
  };
}

/** The sum of `amount` where it is above 0, which is what makes an ad impression valid. */
export function sumPositiveAmounts(cells: Cells): Reducer {
  const sums = emptyCells(cells);
  return {
    add: (facts) =>
      eachAmount(facts, (amount, index) => {
        if (amount > 0) sums[facts.cell[index]!]! += amount;
      }),
    finish: () => sums,
  };
}

/** How many events have an `amount` above 0. */
export function countPositiveAmounts(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  return {
    add: (facts) =>
      eachAmount(facts, (amount, index) => {
        if (amount > 0) counts[facts.cell[index]!]!++;
      }),
    finish: () => counts,
  };
}

/** The sum of `amount` up to the end of each period, of facts of all time. */
export function cumulativeAmounts(cells: Cells): Reducer {
  const sums = emptyCells(cells);
  const { count, find } = cells.periods;
  return {
    add: (facts) =>
      eachAmount(facts, (amount, index) => {
        const group = facts.cell[index]!;
        const period = Math.max(0, find(facts.time[index]!)); // what came before the first period is in it too
        sums[group * count + period]! += amount;
      }),
    finish: () => runningTotals(sums, count),
  };
}

/** Adds to each period what the periods before it hold, in place. */
export function runningTotals(values: Float64Array, periods: number): Float64Array {
  for (let cell = 0; cell < values.length; cell++) if (cell % periods !== 0) values[cell]! += values[cell - 1]!;
  return values;
}

function eachAmount({ slice, row, length }: Facts, visit: (amount: number, index: number) => void): void {
  const amounts = slice.segment.numbers.get('amount');
  if (!amounts) return;
  for (let index = 0; index < length; index++) {
    const amount = amounts.at(row[index]!);
    if (amount === amount) visit(amount, index);
  }
}
