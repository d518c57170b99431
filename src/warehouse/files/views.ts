import type { Connection } from '../duckdb/connection.js';
import { sql, type Sql } from '../sql.js';
import type { MappedRows } from './mapped.js';

/**
 * Makes the views through which files are read.
 *
 * - `file_values`: every row, its values under our names, and its custom properties. A column is only read where it is asked for.
 * - `file_events`: the rows that count, with the numbers of their users. Opens are cut from these.
 */
export async function makeViews(writer: Connection, mapped: MappedRows, relation: Sql): Promise<void> {
  await writer.run(sql`
    create or replace view file_values as select seq, ${mapped.fields}${mapped.properties} from ${mapped.prepared(relation)} r`);
  await writer.run(sql`
    create or replace view file_events as
    select v.*, u.number as "user" from file_values v join users u on u.app = v.app and u.user_id = v.user_id
    where not exists (from left_out x where x.seq = v.seq)`);
}
