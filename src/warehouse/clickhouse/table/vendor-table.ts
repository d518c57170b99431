import { sql, text } from '../../sql.js';
import type { Server } from '../../node/clickhouse-server.js';
import type { Cluster } from '../cluster.js';
import type { TableName } from './identifier.js';

/** What is wrong with a table that events are to be read from, for whoever runs the server. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A table of somebody else. */
export interface VendorTable extends TableName {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Whether each server has a part of the rows; else the first server knows all of them. */
  readonly isOnAll: boolean;
  /** Whether the server lists the table's parts, so that it can be told without reading whether anything has changed. */
  readonly hasParts: boolean;
}

/** Reads `DATABASE.TABLE`. */
export function parseTableName(written: string): TableName {
  const [, database, table] = /^([^.]+)\.(.+)$/s.exec(written) ?? [];
  if (database === undefined || table === undefined)
    throw new TableError(`“${written}” is no table. Write it as DATABASE.TABLE.`);
  return { database, table };
}

/** Looks for a table: a distributed one on the first server, any other on every server, with the same columns. */
export async function findTable(cluster: Cluster, name: TableName): Promise<VendorTable> {
  if (name.database === cluster.database)
    throw new TableError(`Our tables need a database of their own: name another one than “${name.database}”.`);
  const found = await tableOn(cluster.first, name);
  const isOnAll = found.engine !== 'Distributed';
  for (const server of isOnAll ? cluster.all.slice(1) : []) {
    const other = await tableOn(server, name, ' Name a table that each server has, or a Distributed one over all of them.');
    const lacking = found.columns.find((column) => !other.columns.some(({ name, type }) => name === column.name && type === column.type)); // prettier-ignore
    if (!lacking) continue;
    throw new TableError(
      `${inWords(name)} has a column “${lacking.name}” of type ${lacking.type} on ${cluster.first.address}, and none like it on ${server.address}. Make it the same on each server.`,
    );
  }
  return { ...name, columns: found.columns, isOnAll, hasParts: found.engine.endsWith('MergeTree') };
} // prettier-ignore

/** The name as people write it. */
export const inWords = ({ database, table }: TableName): string => `${database}.${table}`;

async function tableOn(server: Server, name: TableName, next = ''): Promise<Pick<VendorTable, 'columns'> & { engine: string }> {
  const { database, table } = name;
  const where = sql`database = ${text(database)}`;
  const tables = await server.rows(sql`select name, engine from system.tables where ${where} order by name`);
  const own = tables.find((row) => row['name'] === table);
  if (!own) {
    const names = tables.map((row) => String(row['name']));
    const there = names.length > 0 ? `Its tables are ${names.slice(0, MOST_NAMES).join(', ')}.` : 'It has no tables, or is not there.';
    throw new TableError(`ClickHouse at ${server.address} has no table ${inWords(name)}. Database ${database}: ${there}${next}`);
  }
  const columns = await server.rows(sql`select name, type from system.columns where ${where} and table = ${text(table)}`);
  return {
    engine: String(own['engine']),
    columns: columns.map((row) => ({ name: String(row['name']), type: String(row['type']) })),
  };
} // prettier-ignore

const MOST_NAMES = 50;
