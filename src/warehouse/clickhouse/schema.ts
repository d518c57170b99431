import type { OpenRules } from '../derive/rows.js';
import { joined, name, sql, text, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { eventColumns, openColumns, placeColumns } from './columns.js';
import type { Column } from './row-binary.js';

/** The type of a column. */
export function declaredType({ type, isNullable }: Column): Sql {
  const bare = type === 'Array(String)' ? sql`Array(String)` : name(type);
  return isNullable ? sql`Nullable(${bare})` : bare;
}

/** Columns as `create table` takes them. */
export function declared(columns: readonly Column[]): Sql {
  return joined(
    columns.map((column) => sql`"${name(column.name)}" ${declaredType(column)}`),
    ', ',
  );
}

/** The files and batches that were taken: rows of events from `first` up to, not including, `next`. */
export const takeColumns: readonly Column[] = [
  { name: 'first', type: 'Int64' },
  { name: 'next', type: 'Int64' },
  { name: 'last_ts', type: 'Int64' },
  { name: 'is_void', type: 'UInt8' },
  { name: 'fingerprint', type: 'String' },
  { name: 'accepted', type: 'Int64' },
  { name: 'duplicate', type: 'Int64' },
  { name: 'rejected', type: 'Int64' },
];

/**
 * Makes the tables of events of our own, in words that 18.16 and current versions both take: `order by` and `partition by`,
 * never the old `MergeTree(date, …)`. Times are milliseconds in `Int64`, since 18.16 has no `DateTime64` and `DateTime` has no
 * milliseconds; words are `String`, since `LowCardinality` is an experiment there; properties are two lists, since `Map` is of
 * 21.1 on.
 *
 * - `events`: every event in the order of its user, numbered in the order it was taken (`seq`). A property is a letter for
 *   its type (`s`, `n`, `b`) and the value as JavaScript writes it.
 * - `takes`: on the first server alone, what was taken. Events that no take holds, or a void one, do not count: they are of
 *   a batch that broke off.
 */
export async function makeEventTables(cluster: Cluster): Promise<void> {
  const views = await cluster.first.rows(sql`
    select name from system.tables where database = ${text(cluster.database)} and name in ('events', 'events_shard')
      and engine = 'View'`);
  if (views.length > 0)
    throw new Error(
      `Database ${cluster.database} is of a table of somebody else. Name that table, or another database.`,
    );
  await cluster.makeTable(
    'events',
    sql`bucket UInt32 default toUInt32(cityHash64(app, user_id)), ${declared(eventColumns)},
      id_hash UInt64 default cityHash64(ifNull(event_id, ''))`,
    sql`MergeTree order by (bucket, app, user_id, production, ts, seq)`,
  );
  await cluster.first.run(sql`
    create table if not exists takes (${declared(takeColumns)}) engine = MergeTree order by first`);
}

/** Makes `derivations`: on the first server alone, which versions of the tables of some rules are whole, and of what they are. */
export async function makeDerivations(cluster: Cluster): Promise<void> {
  await cluster.first.run(sql`
    create table if not exists derivations (rules String, basis String, version UInt64, upto Int64)
    engine = MergeTree order by (rules, version)`);
}

/** Grows with every change of the tables of opens: those of another layout are made anew. */
export const layout = 2;

/** The names of the tables that are kept for some rules. */
export interface CutTables {
  /** Events with their opens. */
  readonly places: string;
  readonly opens: string;
  /** The first open of each user in each environment: it begins with the user's first visit. */
  readonly firsts: string;
  /** Which buckets have been cut as which version. */
  readonly cuts: string;
  /** Versions of buckets that a later one replaces, from version `by` on. */
  readonly stale: string;
  /** Buckets that have other rows in a cut at an earlier instant. */
  readonly hidden: string;
}

/** Names the tables of some rules. */
export function cutTablesOf({ timeoutMs, mergeUnderMs }: OpenRules): CutTables {
  const rules = `${timeoutMs}_${mergeUnderMs}`.replaceAll('.', '_');
  const of = (kind: string) => `${kind}_${rules}`;
  return {
    places: of('places'),
    opens: of('opens'),
    firsts: of('firsts'),
    cuts: of('cuts'),
    stale: of('stale'),
    hidden: of('hidden'),
  };
}

/** Columns of the small tables. */
export const cutColumns = {
  cuts: [
    { name: 'bucket', type: 'UInt32' },
    { name: 'version', type: 'UInt64' },
  ],
  stale: [
    { name: 'bucket', type: 'UInt32' },
    { name: 'version', type: 'UInt64' },
    { name: 'by', type: 'UInt64' },
  ],
  hidden: [
    { name: 'cut', type: 'UInt64' },
    { name: 'bucket', type: 'UInt32' },
  ],
} as const satisfies Record<string, readonly Column[]>;

/** Makes the tables of some rules. Each cut at an earlier instant is a partition, which goes as a whole. */
export async function makeCutTables(cluster: Cluster, tables: CutTables): Promise<void> {
  const order = sql`partition by cut order by (app, production, role, ts, seq)`;
  await cluster.makeTable(tables.places, declared(placeColumns), sql`MergeTree ${order}`);
  const ofOpens = sql`partition by cut order by (app, production, ts, open)`;
  for (const table of [tables.opens, tables.firsts])
    await cluster.makeTable(table, declared(openColumns), sql`MergeTree ${ofOpens}`);
  await cluster.makeTable(tables.cuts, declared(cutColumns.cuts), sql`MergeTree order by (bucket, version)`);
  await cluster.makeTable(tables.stale, declared(cutColumns.stale), sql`MergeTree order by (bucket, version)`);
  await cluster.makeTable(tables.hidden, declared(cutColumns.hidden), sql`MergeTree partition by cut order by bucket`);
}
