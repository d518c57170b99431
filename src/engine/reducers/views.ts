import { viewFlags } from '../sessions/sessions.js';
import { addOnes } from './count.js';
import { adding, counting, type Adder } from './reducer.js';
import { addColumn } from './sum.js';

/** How many page views. */
export const countViews = counting(
  byKind(addOnes, ({ slice, cell, open, length }, counts) => {
    const { pageViews } = slice.sessions.opens;
    for (let index = 0; index < length; index++) counts[cell[index]!]! += pageViews[open[index]! - 1]!;
  }),
);

/** How many page views are the first of their open. */
export const countEntries = counting(byKind(flagged(viewFlags.entry), addOnes));

/** How many page views are the last of their open. */
export const countExits = counting(byKind(flagged(viewFlags.exit), addOnes));

/** How many page views are the only one of their open. */
export const countBounces = counting(
  byKind(flagged(viewFlags.only), ({ slice, cell, open, length }, counts) => {
    const { pageViews } = slice.sessions.opens;
    for (let index = 0; index < length; index++) if (pageViews[open[index]! - 1] === 1) counts[cell[index]!]!++;
  }),
);

/** The stay of page views, in milliseconds. */
export const sumViewStays = adding(
  byKind(
    ({ slice, cell, view, length }, sums) => {
      const { stayMs } = slice.sessions.views;
      for (let index = 0; index < length; index++) sums[cell[index]!]! += stayMs[view[index]!]!;
    },
    (facts, sums) => addColumn(facts, facts.slice.sessions.opens.stayMs, sums),
  ),
);

/** Facts about page views are added one way, opens that stand for their page views (at least one) another. */
function byKind<Sums extends Float64Array | Uint32Array>(addViews: Adder<Sums>, addOpens: Adder<Sums>): Adder<Sums> {
  return (facts, sums) => (facts.areOpens ? addOpens : addViews)(facts, sums);
}

function flagged(flag: number): Adder<Uint32Array> {
  return ({ slice, cell, view, length }, counts) => {
    const { flags } = slice.sessions.views;
    const place = 31 - Math.clz32(flag);
    // Adding 0 or 1 costs less than to guess wrongly which it will be.
    for (let index = 0; index < length; index++) counts[cell[index]!]! += (flags[view[index]!]! >>> place) & 1;
  };
}
