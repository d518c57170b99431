import type { Sql } from '../sql.js';
import type { ChainPlan } from '../plan/chains.js';
import type { Reads } from '../plan/match.js';

/** Something of an event, and which tables beside its own it is read from. */
export interface EventValue {
  readonly value: Sql;
  readonly reads: Reads;
}

/** How a value is written: as text, as number, or as property (a letter for its type before the text). */
export type Form = 'text' | 'number' | 'property';

/** The few expressions that databases write differently; all else is SQL that they share. */
export interface Dialect {
  /** The value of an event `l` in an open dimension: its open's, its own where it is in none. */
  openValue(field: string): EventValue;
  /** What an event `l` carries under the name of a property, `null` where it carries none. */
  property(name: Sql): EventValue;
  /** The number that an event `l` carries itself in a field. */
  ownNumber(field: string): EventValue;
  /** `null` in every row, and an empty text in every row; `of` is a column of the rows. */
  nothing(of: Sql): Sql;
  emptyText(of: Sql): Sql;
  /** Whether a value is among the rows of a `select` of one column. */
  isAmong(value: Sql, rows: Sql): Sql;
  /** A condition that is false where it would be `null`. */
  isTrue(condition: Sql): Sql;
  /** Whether two values of a form are the same, `null` and `null` too; as the condition of a join. */
  isSame(a: Sql, b: Sql, form: Form): Sql;
  /** Whether a list holds a value; `null` or false where the value is `null`. */
  isIn(value: Sql, list: Sql): Sql;
  /** Whether a text holds another. */
  contains(text: Sql, part: Sql): Sql;
  /** A text without its first character. */
  withoutFirst(text: Sql): Sql;
  /** A number as JavaScript writes it, as far as it has no more than 15 digits before the point. */
  numberText(value: Sql): Sql;
  /** A text as a number. */
  toNumber(text: Sql): Sql;
  /** The entry of a list at a place that counts from 0; outside of it `null` or anything. */
  entryAt(list: Sql, place: Sql): Sql;
  /** The entry of a list whose place is that of the last of ascending starts at or before a value. */
  entryOfLast(list: Sql, starts: Sql, value: Sql): Sql;
  /** A division of whole numbers, rounded down for what is not negative. */
  wholeQuotient(value: Sql, divisor: Sql): Sql;
  /** Rows of one column for each list, side by side. */
  rowsOf(lists: Readonly<Record<string, Sql>>): Sql;
  /** How many rows a condition holds for. */
  countIf(condition: Sql): Sql;
  /** The sum over the rows that a condition holds for, `null` where there are none. */
  sumIf(value: Sql, condition: Sql): Sql;
  /** The value of the row that comes first, or last, by some columns. */
  ofFirst(value: Sql, by: readonly Sql[]): Sql;
  ofLast(value: Sql, by: readonly Sql[]): Sql;
  /** A quantile by linear interpolation between order statistics, over the rows that a condition holds for. */
  quantile(value: Sql, share: number, condition: Sql): Sql;
  /** A table with one column more, taken from the row before or after. */
  withNeighbour(table: Sql, plan: NeighbourPlan): Sql;
  /** The first rows of each group of a table, with their `place`, from 1. */
  firstRows(table: Sql, plan: FirstPlan): Sql;
  /** The chain of each person who reached the first step. */
  chains(plan: ChainPlan): Sql;
}

/** Rows of a table in their order, within groups of equal `by`. */
export interface RowOrder {
  readonly by: readonly string[];
  readonly order: readonly string[];
  /** Columns that stay, beside those. */
  readonly keep: readonly string[];
}

/** What is taken from a neighbour: column `of`, as column `as`; `null` at the edge. */
export interface NeighbourPlan extends RowOrder {
  readonly side: 'before' | 'after';
  readonly of: string;
  readonly as: string;
}

/** How many rows are wanted. */
export interface FirstPlan extends RowOrder {
  readonly count: number;
}
