import type { ColumnBatch } from '#engine/ingest/reading.js';
import { instant, joined, name, sql, text, texts, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { eventColumns } from './columns.js';
import { appAt, eventRow, idAt } from './event-rows.js';
import { RowWriter } from './row-binary.js';
import { takeColumns } from './schema.js';

/** What became of some events. */
export interface Stored {
  readonly accepted: number;
  readonly duplicate: number;
}

/** A file that was taken, by a hash of it, and what became of all its rows. */
export interface TakenFile extends Stored {
  readonly fingerprint: string;
  readonly rejected: number;
}

/** How many bytes of events are sent at once. */
const SENT_BYTES = 32 * 1024 * 1024;

/** How many ids are looked up at once. */
const LOOKED_UP = 20_000;

/**
 * Puts events into the tables; there is one for a database, so that numbers only grow. It knows how far the log goes and
 * which apps are in it without asking.
 */
export class EventLog {
  /** Apps that events have named, in the order of their first. */
  readonly apps = new Set<string>();
  readonly #voids: { first: number; next: number }[] = [];

  private constructor(
    readonly cluster: Cluster,
    /** The number that the next event gets. */
    public nextSeq: number,
    /** The time of the latest event, `-Infinity` where there is none. */
    public lastTs: number,
  ) {}

  /** Reads how far the log goes. What was begun and not ended before counts as not taken. */
  static async open(cluster: Cluster): Promise<EventLog> {
    const takes = await cluster.first.rows(sql`select first, next, last_ts, is_void from takes order by first`);
    const kept = takes.filter((take) => take['is_void'] === 0);
    const lastTs = kept.reduce((last, take) => Math.max(last, take['last_ts'] as number), -Infinity);
    const log = new EventLog(
      cluster,
      takes.reduce((next, take) => Math.max(next, take['next'] as number), 0),
      lastTs,
    );
    for (const { first, next, is_void } of takes) {
      if (is_void === 1) log.#voids.push({ first: first as number, next: next as number });
    }
    const left = sql`select count(*) as count, max(seq) as last from events where seq >= ${instant(log.nextSeq)}`;
    const [row] = await cluster.first.rows(left);
    if ((row!['count'] as number) > 0) await log.#leaveOut(log.nextSeq, (row!['last'] as number) + 1);
    const apps = sql`select app, min(seq) as first from events where ${log.isTaken} group by app order by first`;
    for (const { app } of await cluster.first.rows(apps)) log.apps.add(String(app));
    return log;
  }

  /** Whether an event counts: it is of a take that came to its end. */
  get isTaken(): Sql {
    const isOfVoid = this.#voids.map(
      ({ first, next }) => sql`not (seq >= ${instant(first)} and seq < ${instant(next)})`,
    );
    return joined([sql`seq < ${instant(this.nextSeq)}`, ...isOfVoid], ' and ');
  }

  /**
   * Lets work add batches, alone. Where it ends the shards have all events, and they count from then on; where it throws
   * none of them ever does. An event with the `event_id` of one before is left out.
   *
   * @param file what of the work is known of the file whose events they are, if they are of one.
   */
  take<T>(work: (taking: Taking) => Promise<T>, file?: (result: T) => TakenFile): Promise<T> {
    return this.cluster.alone(async () => {
      const taking = new Taking(this);
      try {
        const result = await work(taking);
        await taking.send();
        await this.#keep(taking, file?.(result));
        return result;
      } catch (error) {
        if (taking.hasSent) await this.#leaveOut(this.nextSeq, taking.nextSeq);
        throw error;
      }
    });
  }

  /** What became of a file, where it was taken before. */
  async takenBefore(fingerprint: string): Promise<Omit<TakenFile, 'fingerprint'> | undefined> {
    const [row] = await this.cluster.first.rows(sql`
      select accepted, duplicate, rejected from takes where fingerprint = ${text(fingerprint)} and is_void = 0`);
    const count = (column: string) => row![column] as number;
    return row && { accepted: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected') };
  }

  async #keep(taking: Taking, file: TakenFile | undefined): Promise<void> {
    const { accepted, duplicate } = file ?? taking.stored;
    if (accepted > 0 || file) {
      const told = [file?.fingerprint ?? '', accepted, duplicate, file?.rejected ?? 0];
      const lastTs = Number.isFinite(taking.lastTs) ? taking.lastTs : 0;
      await this.#note([this.nextSeq, taking.nextSeq, lastTs, 0, ...told]);
    }
    this.nextSeq = taking.nextSeq;
    this.lastTs = Math.max(this.lastTs, taking.lastTs);
    for (const app of taking.apps) this.apps.add(app);
  }

  async #leaveOut(first: number, next: number): Promise<void> {
    this.#voids.push({ first, next });
    this.nextSeq = next;
    // Where this cannot be written either, the next start finds events that no take holds, and leaves them out then.
    await this.#note([first, next, 0, 1, '', 0, 0, 0]).catch(() => undefined);
  }

  async #note(row: (number | string)[]): Promise<void> {
    const writer = new RowWriter(takeColumns);
    writer.add(row);
    await this.cluster.first.insert(name('takes'), takeColumns, writer.take());
  }
}

/** Some batches on their way into the tables. */
export class Taking {
  readonly apps = new Set<string>();
  nextSeq: number;
  lastTs = -Infinity;
  hasSent = false;
  #accepted = 0;
  #duplicate = 0;
  readonly #ids = new Set<string>();
  readonly #rows = new RowWriter(eventColumns);

  constructor(private readonly log: EventLog) {
    this.nextSeq = log.nextSeq;
  }

  /** What became of the events so far. */
  get stored(): Stored {
    return { accepted: this.#accepted, duplicate: this.#duplicate };
  }

  /** Adds a batch. */
  async add(batch: ColumnBatch): Promise<void> {
    const known = await this.#knownOf(batch);
    for (let row = 0; row < batch.length; row++) {
      const id = idAt(batch, row);
      if (id !== null) {
        if (known.has(id) || this.#ids.has(id)) {
          this.#duplicate++;
          continue;
        }
        this.#ids.add(id);
      }
      this.#rows.add(eventRow(batch, row, this.nextSeq + row));
      this.apps.add(appAt(batch, row));
      this.lastTs = Math.max(this.lastTs, batch.ts[row]!);
      this.#accepted++;
    }
    this.nextSeq += batch.length;
    if (this.#rows.length >= SENT_BYTES) await this.send();
  }

  /** Sends what waits, and returns once the shards have it. */
  async send(): Promise<void> {
    if (this.#rows.length === 0) return;
    this.hasSent = true;
    await this.log.cluster.first.insert(name('events'), eventColumns, this.#rows.take());
  }

  /** The ids of a batch that are in the log: they are looked for by their hash, on every shard. */
  async #knownOf(batch: ColumnBatch): Promise<Set<string>> {
    const known = new Set<string>();
    const ids: string[] = [];
    for (let row = 0; row < batch.length; row++) {
      const id = idAt(batch, row);
      if (id !== null) ids.push(id);
    }
    for (let from = 0; from < ids.length && this.log.nextSeq > 0; from += LOOKED_UP) {
      const some = sql`${texts(ids.slice(from, from + LOOKED_UP))}`;
      const rows = await this.log.cluster.first.rows(sql`
        select event_id from events where id_hash in (select cityHash64(arrayJoin(${some})))
          and event_id in (select arrayJoin(${some})) and ${this.log.isTaken}`);
      for (const { event_id } of rows) known.add(String(event_id));
    }
    return known;
  }
}
