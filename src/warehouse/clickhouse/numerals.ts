import { Sql } from '../sql.js';

/** Whole numbers of our own making as they stand, for places that take no expression, and for lists that an index is asked by. */
export function numerals(...numbers: readonly number[]): Sql {
  return new Sql([numbers.map((one) => BigInt(one).toString()).join(', ')], []);
}
