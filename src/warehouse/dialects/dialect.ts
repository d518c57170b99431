import type { Sql } from '../sql.js';

/** The few expressions that databases write differently; all else is SQL that they share. */
export interface Dialect {
  /** The value under a key of a map, `null` where it has none. */
  valueOfKey(map: Sql, key: Sql): Sql;
  /** Whether a list holds a value; `null` where the value is. */
  isIn(value: Sql, list: Sql): Sql;
  /** Whether a text holds another. */
  contains(text: Sql, part: Sql): Sql;
  /** A text without its first character. */
  withoutFirst(text: Sql): Sql;
  /** A number as JavaScript writes it, as far as it has no more than 15 digits before the point. */
  numberText(value: Sql): Sql;
  /** A text as a number. */
  toNumber(text: Sql): Sql;
  /** The entry of a list at a place that counts from 0; `null` outside. */
  entryAt(list: Sql, place: Sql): Sql;
  /** A division of whole numbers, rounded down for what is not negative. */
  wholeQuotient(value: Sql, divisor: Sql): Sql;
  /** Rows of one column for each list, side by side. */
  rowsOf(lists: Readonly<Record<string, Sql>>): Sql;
  /** A quantile by linear interpolation between order statistics. */
  quantile(value: Sql, share: number, where: Sql): Sql;
}
