import { noVisits, roleTable, type Mapping } from '#engine/ingest/reading.js';
import { joined, name, sql, type Sql } from '../../sql.js';
import type { Server } from '../../node/clickhouse-server.js';
import type { Cluster } from '../cluster.js';
import type { TableView } from './table-view.js';
import { inWords, TableError } from './vendor-table.js';

/** Rows of a table that are no events. */
export interface LeftOut {
  /** Rows of the table, and how many of them are no events. */
  readonly rows: number;
  readonly count: number;
  /** What is wrong, with the rows that it is wrong with; a row may be under several. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** Counts the rows that are no events; throws where that is every row, and where no event is a visit. */
export async function countLeftOut(cluster: Cluster, view: TableView, mapping: Mapping | undefined): Promise<LeftOut> {
  const servers = view.table.isOnAll ? cluster.all : [cluster.first];
  const found: LeftOut[] = [];
  for (const server of servers) found.push(await countOn(server, view));
  const sum = (of: (one: LeftOut) => number) => found.reduce((all, one) => all + of(one), 0);
  const reasons = view.faults
    .map(({ reason }, at) => ({ reason, count: sum((one) => one.reasons[at]!.count) }))
    .filter(({ count }) => count > 0);
  const left = { rows: sum(({ rows }) => rows), count: sum(({ count }) => count), reasons };
  if (left.rows > 0 && left.count === left.rows)
    throw new TableError(`No row of ${inWords(view.table)} is an event. ${leftOutInWords(left)}`);
  await refuseWithoutVisits(cluster, mapping);
  return left;
}

/** What was left out, for people; a sentence for each reason. */
export function leftOutInWords({ rows, count, reasons }: LeftOut): string {
  const number = new Intl.NumberFormat('en');
  if (count === 0) return `${number.format(rows)} rows, all of them events.`;
  const listed = reasons.map((one) => `${number.format(one.count)} because ${one.reason}`);
  return `${number.format(count)} of ${number.format(rows)} rows are left out: ${listed.join('; ')}.`;
}

async function countOn(server: Server, { rows, faults }: TableView): Promise<LeftOut> {
  const isFaulty = faults.map((fault) => fault.isFaulty);
  const any: Sql = sql`countIf(${joined(isFaulty, ' or ')})`;
  const each = isFaulty.map((condition, at) => sql`, countIf(${condition}) as ${name(`fault_${at}`)}`);
  const [row] = await server.rows(sql`select count(*) as all, ${any} as left${joined(each, ' ')} from ${rows}`);
  const reasons = faults.map(({ reason }, at) => ({ reason, count: row![`fault_${at}`] as number }));
  return { rows: row!['all'] as number, count: row!['left'] as number, reasons };
}

async function refuseWithoutVisits(cluster: Cluster, mapping: Mapping | undefined): Promise<void> {
  const found = await cluster.first.rows(sql`
    select event, count(*) as count from events group by event order by count desc, event`);
  const names = found.map(({ event }) => String(event));
  const roleOf = roleTable(mapping);
  const isVisit = (event: string) => ['launch', 'page_view'].includes(roleOf(event) ?? '');
  if (names.length > 0 && !names.some(isVisit)) throw noVisits(names);
}
