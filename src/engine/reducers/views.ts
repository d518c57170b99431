import type { Facts } from '../scan/facts.js';
import { viewFlags } from '../sessions/sessions.js';
import { adding, type Adder, type Cells, type Reducer } from './reducer.js';
import { addColumn } from './sum.js';

/** How many page views. */
export const countViews = sumViews(addOnes, (facts, sums) =>
  addColumn(facts, facts.slice.sessions.opens.pageViews, sums),
);

/** How many page views are the first of their open. */
export const countEntries = sumViews(flagged(viewFlags.entry), addOnes);

/** How many page views are the last of their open. */
export const countExits = sumViews(flagged(viewFlags.exit), addOnes);

/** How many page views are the only one of their open. */
export const countBounces = sumViews(flagged(viewFlags.only), ({ slice, cell, open, length }, sums) => {
  const { pageViews } = slice.sessions.opens;
  for (let index = 0; index < length; index++) if (pageViews[open[index]! - 1] === 1) sums[cell[index]!]!++;
});

/** The stay of page views, in milliseconds. */
export const sumViewStays = sumViews(
  ({ slice, cell, view, length }, sums) => {
    const { stayMs } = slice.sessions.views;
    for (let index = 0; index < length; index++) sums[cell[index]!]! += stayMs[view[index]!]!;
  },
  (facts, sums) => addColumn(facts, facts.slice.sessions.opens.stayMs, sums),
);

/** Sums something over page views; an open that stands for its page views has at least one. */
function sumViews(addViews: Adder, addOpens: Adder): (cells: Cells) => Reducer {
  return adding((facts, sums) => (facts.areOpens ? addOpens : addViews)(facts, sums));
}

function addOnes({ cell, length }: Facts, sums: Float64Array): void {
  for (let index = 0; index < length; index++) sums[cell[index]!]!++;
}

function flagged(flag: number): Adder {
  return ({ slice, cell, view, length }, sums) => {
    const { flags } = slice.sessions.views;
    const place = 31 - Math.clz32(flag);
    // Adding 0 or 1 costs less than to guess wrongly which it will be.
    for (let index = 0; index < length; index++) sums[cell[index]!]! += (flags[view[index]!]! >>> place) & 1;
  };
}
