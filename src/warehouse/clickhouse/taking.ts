import type { ColumnBatch } from '#engine/ingest/reading.js';
import { name, sql, texts, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { eventColumns } from './columns.js';
import { appAt, eventRow, idAt } from './event-rows.js';
import { RowWriter } from './row-binary.js';

/** What became of some events. */
export interface Stored {
  readonly accepted: number;
  readonly duplicate: number;
}

/** How many bytes of events are sent at once. */
const SENT_BYTES = 32 * 1024 * 1024;

/** How many ids are looked up at once. */
const LOOKED_UP = 20_000;

/** The log as it is before some batches are added. */
interface LogBefore {
  readonly cluster: Cluster;
  readonly nextSeq: number;
  readonly isTaken: Sql;
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

  constructor(private readonly log: LogBefore) {
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
