import { name, sql, text, type Sql } from '../../sql.js';
import type { Cluster } from '../cluster.js';
import { readColumns, readNames, type CutLog } from '../cut-log.js';
import type { ColumnValue } from '../row-binary.js';
import { Marks } from './marks.js';
import { partsOf } from './parts.js';
import { UserEvents } from './user-events.js';
import type { VendorTable } from './vendor-table.js';

/** How a table is looked at. */
export interface TableLogOptions {
  /** How long what was seen of the table counts as all that is there, in seconds. */
  readonly refreshSeconds: number;
}

/**
 * Events that somebody else writes, read from view `events`. What has changed is told by a mark of all events of each user:
 * so rows may come late, be changed or go away, and only their users are cut anew.
 */
export class TableLog implements CutLog {
  apps: ReadonlySet<string> = new Set();
  lastTs = -Infinity;
  readonly isTaken = sql`1 = 1`;
  #state: number;
  #parts: string | undefined;
  #lookedAt = -Infinity;
  #looking: Promise<void> | undefined;

  private constructor(
    readonly cluster: Cluster,
    private readonly table: VendorTable,
    private readonly options: TableLogOptions,
    private readonly marks: Marks,
    /** The number of the next event; those that are kept have smaller ones. */
    private nextSeq: number,
  ) {
    this.#state = marks.last;
  }

  static async open(cluster: Cluster, table: VendorTable, options: TableLogOptions): Promise<TableLog> {
    const marks = await Marks.open(cluster);
    const log = new TableLog(cluster, table, options, marks, await nextSeq(cluster));
    await log.refresh();
    return log;
  }

  get state(): number {
    return this.#state;
  }

  changedSince(state: number): Promise<number[]> {
    return this.marks.changed(state, this.#state);
  }

  async *read(where: Sql, isPartial = false): AsyncIterable<ColumnValue[]> {
    // A table has no order of its own: of events at one instant, that of their ids.
    const statement = sql`
      select ${readNames}, objects from events where ${where}
      order by bucket, app, user_id, production, ts, event_id, mark`;
    const events = new UserEvents();
    const columns = [...readColumns, { name: 'objects', type: 'Array(String)' } as const];
    for await (const row of this.cluster.first.read(statement, columns, isPartial)) {
      if (events.take(row, this.nextSeq)) {
        this.nextSeq++;
        yield row;
      }
    }
  }

  /** Looks at the table again where that is due. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#lookedAt < this.options.refreshSeconds * 1000) return;
    await (this.#looking ??= this.#look().finally(() => (this.#looking = undefined)));
  }

  async #look(): Promise<void> {
    const now = performance.now();
    const parts = await partsOf(this.cluster, this.table);
    if (parts === undefined || parts !== this.#parts) {
      await this.cluster.alone(async () => {
        this.#state = await this.marks.take();
        await this.#describe();
      });
    }
    this.#parts = parts;
    this.#lookedAt = now;
  }

  async #describe(): Promise<void> {
    const apps = await this.cluster.first.rows(sql`
      select app, min(ts) as first, max(ts) as last from events group by app order by first, app`);
    this.apps = new Set(apps.map(({ app }) => String(app)));
    this.lastTs = apps.reduce((last, row) => Math.max(last, row['last'] as number), -Infinity);
  }
}

/** A number after those of all events that opens were cut from. */
async function nextSeq(cluster: Cluster): Promise<number> {
  const tables = await cluster.first.rows(sql`
    select name from system.tables where database = ${text(cluster.database)} and match(name, '^places_[0-9_]+$')`);
  let next = 0;
  for (const table of tables) {
    const [row] = await cluster.first.rows(sql`select max(seq) as last from ${name(String(table['name']))}`);
    next = Math.max(next, ((row?.['last'] ?? 0) as number) + 1);
  }
  return next;
}
