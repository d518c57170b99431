import type { Connection } from '../duckdb/connection.js';
import type { RowSource } from '../rows.js';
import { sql, text, whole } from '../sql.js';
import { literal } from './quoted.js';
import { csvOptions, type Readable } from './relation.js';

/** A line of a CSV file that is no row: it has more or fewer fields than the header, or quotes that do not close. */
export interface BrokenLine {
  readonly path: string;
  /** Its number among the lines; the header is 1. */
  readonly row: number;
  readonly reason: string;
}

/**
 * Keeps which lines of CSV files are no rows. DuckDB passes over them, and tells them only where a file is read by itself: so
 * every new file is gone through once more, without looking at values.
 */
export async function keepBrokenLines(writer: Connection, files: Readable): Promise<void> {
  if (files.format !== 'csv') return;
  for (const path of files.paths) {
    await writer.rows(sql`
      select count(*) from read_csv(${literal(path)}, ${csvOptions(files)},
        store_rejects = true, rejects_table = 'broken_line', rejects_scan = 'broken_scan', rejects_limit = 0)`);
    await writer.run(sql`
      insert into broken_lines (path, row, reason) select ${text(path)}, line, ${reason} from (
        select line, min(error_type::varchar) as type, min(error_message) as message,
          ${numberAfter('Columns: ')} as expected, ${numberAfter('Found: ')} as found
        from broken_line group by line)`);
    await writer.run(sql`drop table broken_line`);
    await writer.run(sql`drop table broken_scan`);
  }
}

/** A line that lacks several fields is told once for each, with one field more each time. */
function numberAfter(words: string) {
  return sql`min(try_cast(regexp_extract(error_message, ${text(`${words}([0-9]+)`)}, 1) as bigint))`;
}

const reason = sql`case when type in ('MISSING COLUMNS', 'TOO MANY COLUMNS') and found is not null
  then format('The row has {} fields; the header has {}.', found, expected)
  else message end`;

/** How many lines are no rows, and the first of them. */
export async function brokenLines(source: RowSource, most: number): Promise<{ count: number; first: BrokenLine[] }> {
  const [counted] = await source.rows(sql`select count(*) as count from broken_lines`);
  const rows = await source.rows(sql`
    select b.path, b.row, b.reason from broken_lines b join event_files f on f.path = b.path
    order by f.position, b.row limit ${whole(most)}`);
  return {
    count: counted!['count'] as number,
    first: rows.map((row) => ({ path: String(row['path']), row: row['row'] as number, reason: String(row['reason']) })),
  };
}
