import { instant, joined, name, sql, text, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { readColumns, readNames, type CutLog } from './cut-log.js';
import { RowWriter, type ColumnValue } from './row-binary.js';
import { takeColumns } from './schema.js';
import { Taking, type Stored } from './taking.js';

/** A file that was taken, by a hash of it, and what became of all its rows. */
export interface TakenFile extends Stored {
  readonly fingerprint: string;
  readonly rejected: number;
}

/**
 * Puts events into the tables; there is one for a database, so that numbers only grow. It knows how far the log goes and
 * which apps are in it without asking.
 */
export class EventLog implements CutLog {
  /** Apps that events have named, in the order of their first. */
  readonly apps = new Set<string>();
  readonly #voids: { first: number; next: number }[] = [];

  /** Is told whenever events have been taken. */
  onTaken: () => void = () => undefined;

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

  /** Events are numbered as they come, and none ever changes. */
  get state(): number {
    return this.nextSeq;
  }

  async changedSince(state: number): Promise<number[]> {
    const rows = await this.cluster.first.rows(sql`
      select distinct bucket from events where seq >= ${instant(state)} and ${this.isTaken}`);
    return rows.map(({ bucket }) => bucket as number);
  }

  read(where: Sql, isPartial = false): AsyncIterable<ColumnValue[]> {
    const statement = sql`
      select ${readNames} from events where ${where} order by bucket, app, user_id, production, ts, seq`;
    return this.cluster.first.read(statement, readColumns, isPartial);
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
    if (accepted > 0) this.onTaken();
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
