import { sql, type Sql } from '../sql.js';
import { numerals } from './numerals.js';

/** How many buckets a statement names. */
const NAMED_BUCKETS = 20_000;

/** Conditions that together hold for the rows of some buckets, each for so many of them that a statement can name them. */
export function bucketsInParts(buckets: readonly number[]): Sql[] {
  const parts: Sql[] = [];
  for (let from = 0; from < buckets.length; from += NAMED_BUCKETS)
    parts.push(sql`bucket in (${numerals(...buckets.slice(from, from + NAMED_BUCKETS))})`);
  return parts;
}
