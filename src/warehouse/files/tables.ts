import { sql, type Sql } from '../sql.js';

/**
 * What a DuckDB file keeps of files of events, beside users and opens.
 *
 * - `event_files`: the files as they were read, with the number of their first row.
 * - `event_names`: the names in them, in the order they were met.
 * - `left_out`: rows that are no event or come twice, with the name at fault and its value as JSON (`null`: missing).
 * - `broken_lines`: lines of CSV files that are no rows.
 * - `files_state`: by which rules they were read, how often all of them were, their format, and how far the log goes.
 */
export const tables: readonly Sql[] = [
  sql`create table if not exists event_files (
    position integer, path varchar, bytes bigint, modified double, first_seq bigint, rows bigint, accepted bigint)`,
  sql`create table if not exists event_names (position integer, name varchar, type varchar)`,
  sql`create table if not exists left_out (seq bigint, fault varchar, value varchar)`,
  sql`create table if not exists broken_lines (path varchar, row bigint, reason varchar)`,
  sql`create table if not exists files_state (basis varchar, generation integer, format varchar, next_seq bigint, last_ts bigint)`,
];

/** A row that comes twice is left out under this name; no raw name is empty. */
export const DUPLICATE = '';

/** Forgets all that was made of files. */
export const emptied: readonly Sql[] = [
  sql`drop view if exists file_events`,
  sql`drop view if exists file_values`,
  sql`delete from event_files`,
  sql`delete from event_names`,
  sql`delete from left_out`,
  sql`delete from broken_lines`,
  sql`delete from users`,
];
