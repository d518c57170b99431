import type { OptionRow } from './serve-option-row.js';

/** Options that say where events come from and how they are read, in the order of the help. */
export const sourceRows = [
  { name: 'events', value: 'FILE', help: 'events as NDJSON, a JSON array or CSV, each also gzipped' },
  {
    name: 'duckdb',
    value: 'FILE',
    help: `keep events and definitions in this DuckDB file, made where there is none;
--events is loaded into it once (default memory, until the command ends)`,
  },
  {
    name: 'files',
    value: 'GLOB',
    isMany: true,
    help: `answer from files of events where they lie, such as 'logs/*.parquet':
Parquet, CSV, NDJSON or JSON arrays, loaded nowhere. What is made of them
is kept in --duckdb. Can be given several times`,
  },
  {
    name: 'clickhouse',
    value: 'URL',
    isMany: true,
    help: `keep events in this ClickHouse server; give it once for each server of a
cluster, the one that is asked first`,
  },
  { name: 'database', value: 'NAME', help: 'its database, made where there is none' },
  { name: 'cluster', value: 'NAME', help: 'what the servers call the cluster of all of them' },
  {
    name: 'partial-answers',
    help: `where a server of a cluster is lost, answer from the others and say so in
meta.approximate (default 503)`,
  },
  {
    name: 'table',
    value: 'DB.TABLE',
    help: `answer from this ClickHouse table of yours, read by --mapping; it stays as
it is, and what is made of it is kept in --database`,
  },
  {
    name: 'table-refresh',
    value: 'S',
    help: 'look for what has changed in it after so many seconds (default 60)',
  },
  { name: 'mapping', value: 'FILE', help: 'JSON that maps other names to fields and roles' },
  {
    name: 'definitions',
    value: 'FILE',
    help: `SQLite file of event definitions, saved funnels and past queries,
made where there is none (default the DuckDB file, else memory)`,
  },
  { name: 'profile', value: 'ID', help: 'definition profile (default standard)' },
  { name: 'timezone', value: 'ZONE', help: 'zone of reports that name none (default UTC)' },
  { name: 'now', value: 'ISO', help: 'where the clock stands (default midnight after the last event)' },
  {
    name: 'memory-limit',
    value: 'MB',
    help: `refuse more events than fit into so many megabytes; with --duckdb, what it
may take before it puts things aside on disk, with --clickhouse, what one
question may take on a server (default no limit)`,
  },
  {
    name: 'event-id-days',
    value: 'N',
    help: 'look for duplicates among the events of the last N days (default all)',
  },
] as const satisfies readonly OptionRow[];
