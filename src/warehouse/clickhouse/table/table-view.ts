import { refuseLacking, MappingError, type Mapping } from '#engine/ingest/reading.js';
import { namePlan } from '../../files/names.js';
import { joined, name, sql, text, type Sql } from '../../sql.js';
import type { Cluster } from '../cluster.js';
import type { Column } from './column-reading.js';
import { eventView, viewColumns } from './event-view.js';
import { eventFields, type EventFields } from './fields.js';
import { identifier, tableIdentifier } from './identifier.js';
import { inWords, TableError, type VendorTable } from './vendor-table.js';

/** A table's rows as events: view `events` in our database. */
export interface TableView {
  readonly table: VendorTable;
  /** What the view selects. */
  readonly select: Sql;
  /** The rows of the table, each column under the name that the faults are read from. */
  readonly rows: Sql;
  readonly faults: EventFields['faults'];
}

/** Reads a table by a mapping; throws a {@link MappingError} or says which columns are lacking. */
export function tableView(table: VendorTable, mapping: Mapping = {}): TableView {
  const names = table.columns.map((column) => column.name);
  const unknown = Object.keys(mapping.fields ?? {}).filter((word) => !names.includes(word));
  if (unknown.length > 0) {
    throw new MappingError(
      unknown.map((word) => ({ path: `fields.${word}`, message: `${inWords(table)} has no column “${word}”.`, allowed: names })),
    );
  }
  const plan = namePlan(names, mapping);
  refuseLacking(names, [...plan.fields.keys()]);
  const columns = aliased(table);
  const listed = columns.map((column) => sql`${identifier(column.name)} as ${column.value}`);
  const rows = sql`(select ${joined(listed, ', ')} from ${tableIdentifier(table)})`;
  const fields = eventFields(plan, columns, mapping);
  return { table, rows, select: eventView(rows, fields), faults: fields.faults };
} // prettier-ignore

/** Gives every column a name that no column of the table has: a name in a `select` hides a column of that name. */
function aliased({ columns }: VendorTable): Column[] {
  let word = 'raw';
  while (columns.some((column) => column.name.startsWith(word))) word += '_';
  return columns.map((column, at) => ({ ...column, value: name(`${word}_${at}`) }));
}

/** Makes the view, in place of one that was there. */
export async function makeView(cluster: Cluster, { table, select }: TableView): Promise<void> {
  await refuseOwnEvents(cluster);
  await cluster.dropTable('events');
  await cluster.makeView('events', viewColumns, select, table.isOnAll);
}

async function refuseOwnEvents(cluster: Cluster): Promise<void> {
  for (const server of cluster.all) {
    const own = await server.rows(sql`
      select name from system.tables where database = ${text(cluster.database)}
        and name in ('events', 'events_shard') and engine = 'MergeTree'`);
    if (own.length === 0) continue;
    throw new TableError(
      `Database ${cluster.database} holds events of its own. Name another one for what is derived of a table.`,
    );
  }
}
