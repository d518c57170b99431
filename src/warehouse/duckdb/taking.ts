import { defaultFields } from '#contract/events.js';
import type { ColumnBatch } from '#engine/ingest/reading.js';
import { joined, name, sql, type Sql } from '../sql.js';
import { columnsOf } from './batch-columns.js';
import type { Connection } from './connection.js';
import type { DuckDbDriver } from './load.js';

/** What became of some events. */
export interface Stored {
  readonly accepted: number;
  readonly duplicate: number;
}

/** How far the log goes, as far as it is committed. */
export interface LogEnd {
  /** The number that the next event gets. */
  nextSeq: number;
  /** The time of the latest event, `-Infinity` where there is none. */
  lastTs: number;
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

/** Some batches on their way into the tables, in one transaction. */
export class Taking {
  #accepted = 0;
  #duplicate = 0;
  #seq: number;
  #lastTs = -Infinity;

  constructor(
    private readonly driver: DuckDbDriver,
    private readonly writer: Connection,
    private readonly end: LogEnd,
  ) {
    this.#seq = end.nextSeq;
  }

  /**
   * Puts the batches of some requests into the tables, all with the same few statements, and tells what became of the
   * events of each. An event with the `event_id` of one before is left out.
   */
  async add(requests: readonly (readonly ColumnBatch[])[]): Promise<Stored[]> {
    const { writer } = this;
    const begin = this.#seq;
    const ends = await this.#fill(requests);
    const batches = requests.flat();
    const left = batches.some(({ eventId }) => eventId) ? await leaveOutDuplicates(writer) : [];
    await addUsers(writer);
    if (batches.some(({ guid }) => guid)) await addGuids(writer);
    await writer.run(sql`
      insert into events (seq, "user", id_hash, ${columns})
      select place, u.number, md5_number_lower(i.event_id), ${incomingColumns}
      from incoming i join users u on u.app = i.app and u.user_id = i.user_id order by place`);
    const [row] = await writer.rows(sql`select max(ts) as ts from incoming`);
    await writer.run(sql`delete from incoming`);
    this.#lastTs = Math.max(this.#lastTs, (row!['ts'] ?? -Infinity) as number);
    return ends.map((end, request) => this.#count(ends[request - 1] ?? begin, end, left));
  }

  /** What became of the events so far. */
  get stored(): Stored {
    return { accepted: this.#accepted, duplicate: this.#duplicate };
  }

  /** Makes it known how far the log goes now that its transaction is committed. */
  settle(): void {
    this.end.nextSeq = this.#seq;
    this.end.lastTs = Math.max(this.end.lastTs, this.#lastTs);
  }

  #count(from: number, to: number, left: readonly number[]): Stored {
    const duplicate = left.filter((place) => place >= from && place < to).length;
    const accepted = to - from - duplicate;
    this.#accepted += accepted;
    this.#duplicate += duplicate;
    return { accepted, duplicate };
  }

  /** Fills table `incoming`; returns the place after the last event of each request. */
  async #fill(requests: readonly (readonly ColumnBatch[])[]): Promise<number[]> {
    const appender = await this.writer.raw.createAppender('incoming', 'main', 'temp');
    const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    const ends = requests.map((batches) => {
      for (const batch of batches) {
        for (let from = 0; from < batch.length; from += CHUNK_ROWS) {
          const to = Math.min(batch.length, from + CHUNK_ROWS);
          const chunk = this.driver.DuckDBDataChunk.create(types, to - from);
          chunk.setColumns(columnsOf(this.driver, batch, from, to, this.#seq));
          appender.appendDataChunk(chunk);
        }
        this.#seq += batch.length;
      }
      return this.#seq;
    });
    appender.flushSync();
    appender.closeSync();
    return ends;
  }
}

/**
 * Of events with one id the first stays, and none whose id is there already. Ids are looked up by their hash. Returns the
 * places of what was left out.
 */
async function leaveOutDuplicates(writer: Connection): Promise<number[]> {
  const again = await writer.rows(sql`
    delete from incoming where event_id is not null and place not in (
      select min(place) from incoming where event_id is not null group by event_id) returning place`);
  const known = await writer.rows(sql`
    delete from incoming where event_id in (
      select event_id from events where id_hash in (select md5_number_lower(event_id) from incoming where event_id is not null))
    returning place`);
  return [...again, ...known].map(({ place }) => place as number);
}

/** Users whom an app sees for the first time get the next numbers. */
async function addUsers(writer: Connection): Promise<void> {
  await writer.run(sql`
    insert into users (number, app, user_id)
    select (select coalesce(max(number), -1) from users) + row_number() over (order by min(place)), app, user_id
    from incoming i where not exists (from users u where u.app = i.app and u.user_id = i.user_id)
    group by app, user_id`);
}

/** A guid counts where it is the earliest of its user. */
async function addGuids(writer: Connection): Promise<void> {
  await writer.run(sql`
    update users set guid = f.guid, guid_ts = f.ts
    from (select app, user_id, arg_min(guid, (ts, place)) as guid, min(ts) as ts from incoming
      where guid is not null group by app, user_id) f
    where users.app = f.app and users.user_id = f.user_id and (users.guid_ts is null or f.ts < users.guid_ts)`);
}
