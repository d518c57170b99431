import type { GivenOptions } from './given-options.js';

/** Which ClickHouse servers hold events, and as what. */
export interface ClickHouseArguments {
  /** The servers, the one that is asked first; empty for none. */
  readonly clickhouse: readonly string[];
  /** The database of our tables. */
  readonly database: string | undefined;
  /** What they call the cluster of all of them. */
  readonly cluster: string | undefined;
  /** A table of somebody else that is answered from, as `DATABASE.TABLE`. */
  readonly table: string | undefined;
  /** How long what was seen of it counts as all that is there. */
  readonly tableRefreshSeconds: number | undefined;
  /** Whether the other shards answer where one is lost. */
  readonly allowsPartialAnswers: boolean;
}

/** Reads the options of ClickHouse; those that need each other are faults without. */
export function readClickHouseArguments(options: GivenOptions): ClickHouseArguments {
  const servers = options.texts('clickhouse').length;
  if (servers > 0 && options.text('database') === undefined)
    options.faults.push('--database is missing: name the database of --clickhouse.');
  if (servers > 1 && options.text('cluster') === undefined)
    options.faults.push('--cluster is missing: say what the servers of --clickhouse call the cluster of all of them.');
  if (servers < 2 && options.has('partial-answers'))
    options.note('partial-answers', 'only several servers of --clickhouse can answer in part.');
  checkTable(options, servers > 0);
  return {
    clickhouse: options.readAll('clickhouse', httpUrl, noHttpUrl),
    database: options.read('database', plainName, noPlainName),
    cluster: options.text('cluster'),
    table: options.read('table', tableName, noTableName),
    tableRefreshSeconds: options.above0('table-refresh', 'seconds'),
    allowsPartialAnswers: options.has('partial-answers'),
  };
}

function checkTable(options: GivenOptions, hasServer: boolean): void {
  if (options.text('table') === undefined) {
    if (options.text('table-refresh') !== undefined) options.note('table-refresh', 'it goes with --table.');
    return;
  }
  if (!hasServer) options.note('table', 'it is a table of ClickHouse: name the server with --clickhouse.');
  if (options.text('events') !== undefined)
    options.note('events', 'nothing is loaded beside --table. Leave one of them out.');
}

const httpUrl = (text: string): string | undefined =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
const noHttpUrl = (text: string): string => `${text} is not an address. Write it as http://host:8123.`;

const plainName = (text: string): string | undefined => (/^[A-Za-z_]\w*$/.test(text) ? text : undefined);
const noPlainName = (text: string): string => `${text} is not a name. Use letters, digits and “_”.`;

const tableName = (text: string): string | undefined => (/^[^.]+\../s.test(text) ? text : undefined);
const noTableName = (text: string): string => `${text} is no table. Write it as DATABASE.TABLE.`;
