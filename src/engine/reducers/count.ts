import type { Facts } from '../scan/facts.js';
import { counting } from './reducer.js';

/** How many facts. */
export const count = counting(addOnes);

/** Counts each fact. */
export function addOnes({ cell, length }: Facts, counts: Uint32Array): void {
  for (let index = 0; index < length; index++) counts[cell[index]!]!++;
}
