import { sql, text } from '../../sql.js';
import type { Cluster } from '../cluster.js';
import type { VendorTable } from './vendor-table.js';

/**
 * What tells the contents of a table without reading it: how many rows each partition has on each server, and which insert
 * and which change was its last. Nothing where the server does not know. Merges change none of it.
 */
export async function partsOf(cluster: Cluster, { database, table, ...of }: VendorTable): Promise<string | undefined> {
  if (!of.hasParts) return undefined;
  const statement = sql`
    select partition, sum(rows) as rows, max(max_block_number) as block, max(data_version) as version from system.parts
    where database = ${text(database)} and table = ${text(table)} and active group by partition order by partition`;
  const found: unknown[] = [];
  for (const server of cluster.all) found.push(await server.rows(statement));
  return JSON.stringify(found);
}
