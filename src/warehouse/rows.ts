import type { Sql } from './sql.js';

/** A value of a row: whole numbers of SQL are numbers here. */
export type Cell = string | number | boolean | null;

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, Cell>>;

/** What answers statements with rows. */
export interface RowSource {
  rows(statement: Sql): Promise<Row[]>;
}
