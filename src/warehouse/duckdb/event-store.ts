import type { ColumnBatch } from '#engine/ingest/reading.js';
import { defaultFields } from '#contract/events.js';
import { joined, name, sql, type Sql } from '../sql.js';
import { columnsOf } from './batch-columns.js';
import type { Connection } from './connection.js';
import type { Database } from './database.js';
import type { DuckDbDriver } from './load.js';
import { incomingTable } from './schema.js';

/** What became of some events. */
export interface Stored {
  readonly accepted: number;
  readonly duplicate: number;
}

/** How many rows are handed over at once; DuckDB's own measure. */
const CHUNK_ROWS = 2048;

const plainColumns = [
  ...['ts', 'app', 'production', 'event', 'event_id', 'page_path', 'duration_ms', 'source', 'scene', 'qr_code'],
  ...['amount', 'currency', ...defaultFields, 'properties'],
].map(name);
const columns: Sql = joined(plainColumns, ', ');
const incomingColumns: Sql = joined(
  plainColumns.map((column) => sql`i.${column}`),
  ', ',
);

/** Puts events into the tables; there is one for a file. It knows how far the log goes without asking. */
export class EventStore {
  private constructor(
    private readonly database: Database,
    /** The number that the next event gets. */
    public nextSeq: number,
    /** The time of the latest event, `-Infinity` where there is none. */
    public lastTs: number,
  ) {}

  static async open(database: Database): Promise<EventStore> {
    return database.alone(async (writer) => {
      await writer.run(incomingTable);
      const [row] = await writer.rows(sql`select max(seq) as seq, max(ts) as ts from events`);
      return new EventStore(database, ((row?.['seq'] ?? -1) as number) + 1, (row?.['ts'] ?? -Infinity) as number);
    });
  }

  /**
   * Takes batches, in one transaction: once it returns they are on disk, all of them. An event with the `event_id` of one
   * before is left out.
   *
   * @param also what else belongs to the same transaction.
   */
  async take(
    batches: readonly ColumnBatch[],
    also?: (writer: Connection, stored: Stored) => Promise<void>,
  ): Promise<Stored> {
    const taking = await this.database.write(async (writer) => {
      const begun = await this.begin(writer);
      for (const batch of batches) await begun.add(batch);
      await also?.(writer, begun.stored);
      return begun;
    });
    taking.settle();
    return taking.stored;
  }

  /** Begins to take batches in the transaction that the writer is in. */
  async begin(writer: Connection): Promise<Taking> {
    await writer.run(sql`delete from incoming`);
    return new Taking(this.database.driver, writer, this);
  }
}

/** Some batches on their way into the tables. */
export class Taking {
  #accepted = 0;
  #duplicate = 0;
  #seq: number;
  #lastTs = -Infinity;

  constructor(
    private readonly driver: DuckDbDriver,
    private readonly writer: Connection,
    private readonly store: EventStore,
  ) {
    this.#seq = store.nextSeq;
  }

  /** Puts a batch into the tables. */
  async add(batch: ColumnBatch): Promise<void> {
    const { writer } = this;
    await this.#fill(batch);
    if (batch.eventId) await leaveOutDuplicates(writer);
    await addUsers(writer);
    await writer.run(sql`
      insert into events (seq, "user", id_hash, ${columns})
      select place, u.number, md5_number_lower(i.event_id), ${incomingColumns}
      from incoming i join users u on u.app = i.app and u.user_id = i.user_id order by place`);
    const [row] = await writer.rows(sql`select count(*) as count, max(ts) as ts from incoming`);
    await writer.run(sql`delete from incoming`);
    const accepted = row!['count'] as number;
    this.#accepted += accepted;
    this.#duplicate += batch.length - accepted;
    this.#seq += batch.length;
    this.#lastTs = Math.max(this.#lastTs, (row!['ts'] ?? -Infinity) as number);
  }

  /** What became of the events so far. */
  get stored(): Stored {
    return { accepted: this.#accepted, duplicate: this.#duplicate };
  }

  /** Makes it known how far the log goes now that its transaction is committed. */
  settle(): void {
    this.store.nextSeq = this.#seq;
    this.store.lastTs = Math.max(this.store.lastTs, this.#lastTs);
  }

  async #fill(batch: ColumnBatch): Promise<void> {
    const appender = await this.writer.raw.createAppender('incoming', 'main', 'temp');
    const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    for (let from = 0; from < batch.length; from += CHUNK_ROWS) {
      const to = Math.min(batch.length, from + CHUNK_ROWS);
      const chunk = this.driver.DuckDBDataChunk.create(types, to - from);
      chunk.setColumns(columnsOf(this.driver, batch, from, to, this.#seq));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
    appender.closeSync();
  }
}

/** Of events with one id the first stays, and none whose id is there already. Ids are looked up by their hash. */
async function leaveOutDuplicates(writer: Connection): Promise<void> {
  await writer.run(sql`
    delete from incoming where event_id is not null and place not in (
      select min(place) from incoming where event_id is not null group by event_id)`);
  await writer.run(sql`
    delete from incoming where event_id in (
      select event_id from events where id_hash in (select md5_number_lower(event_id) from incoming where event_id is not null))`);
}

/** Users whom an app sees for the first time get the next numbers; a guid counts where it is the earliest. */
async function addUsers(writer: Connection): Promise<void> {
  await writer.run(sql`
    insert into users (number, app, user_id)
    select (select coalesce(max(number), -1) from users) + row_number() over (order by min(place)), app, user_id
    from incoming i where not exists (from users u where u.app = i.app and u.user_id = i.user_id)
    group by app, user_id`);
  await writer.run(sql`
    update users set guid = f.guid, guid_ts = f.ts
    from (select app, user_id, arg_min(guid, (ts, place)) as guid, min(ts) as ts from incoming
      where guid is not null group by app, user_id) f
    where users.app = f.app and users.user_id = f.user_id and (users.guid_ts is null or f.ts < users.guid_ts)`);
}
