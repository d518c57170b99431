import type { ColumnBatch } from '#engine/ingest/reading.js';
import { sql } from '../sql.js';
import type { Connection } from './connection.js';
import type { Database } from './database.js';
import { KnownIds } from './known-ids.js';
import { Taking, type Stored } from './taking.js';
import { UserNumbers } from './user-numbers.js';

/** So many rows go into one transaction, where that many wait; more would only be acknowledged later. */
const MOST_ROWS = 20_000;

/** The batches of one request, and who waits until they are on disk. */
interface Request {
  readonly batches: readonly ColumnBatch[];
  readonly rows: number;
  readonly resolve: (stored: Stored) => void;
  readonly reject: (reason: unknown) => void;
}

/** Puts events into the tables; there is one for a file. It knows how far the log goes without asking. */
export class EventStore {
  /** Is told whenever events have been stored. */
  onStored: () => void = () => undefined;
  #waiting: Request[] = [];
  readonly #users = new UserNumbers();
  readonly #ids = new KnownIds();

  private constructor(
    private readonly database: Database,
    /** The number that the next event gets. */
    public nextSeq: number,
    /** The time of the latest event, `-Infinity` where there is none. */
    public lastTs: number,
  ) {}

  static async open(database: Database): Promise<EventStore> {
    return database.alone(async (writer) => {
      await refuseFiles(writer);
      const [row] = await writer.rows(sql`select max(seq) as seq, max(ts) as ts from events`);
      return new EventStore(database, ((row?.['seq'] ?? -1) as number) + 1, (row?.['ts'] ?? -Infinity) as number);
    });
  }

  /**
   * Takes the batches of one request: once it returns they are on disk, all of them, or else none is. Requests that come
   * while others are being stored share the next transaction. An event with the `event_id` of one before is left out.
   */
  take(batches: readonly ColumnBatch[]): Promise<Stored> {
    const rows = batches.reduce((sum, { length }) => sum + length, 0);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batches, rows, resolve, reject });
      if (this.#waiting.length === 1) void this.#storeNext();
    });
  }

  /** Whether events wait to be stored. */
  get isBusy(): boolean {
    return this.#waiting.length > 0;
  }

  /** Stores what waits once nobody else writes. */
  async #storeNext(): Promise<void> {
    let group: Request[] = [];
    try {
      const stored = await this.#store(() => (group = this.#nextGroup()));
      group.forEach(({ resolve }, index) => resolve(stored[index]!));
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      // One request that cannot be stored does not take others with it.
      else for (const one of group) await this.#store(() => [one]).then(([stored]) => one.resolve(stored!), one.reject);
    }
  }

  #nextGroup(): Request[] {
    let [count, rows] = [0, 0];
    while (count < this.#waiting.length && (count === 0 || rows + this.#waiting[count]!.rows <= MOST_ROWS)) {
      rows += this.#waiting[count++]!.rows;
    }
    const group = this.#waiting.splice(0, count);
    if (this.#waiting.length > 0) void this.#storeNext();
    return group;
  }

  /** Stores some requests in one transaction. */
  async #store(next: () => readonly Request[]): Promise<Stored[]> {
    const { taking, stored } = await this.database.write(async (writer) => {
      const begun = this.begin(writer);
      return { taking: begun, stored: await begun.add(next().map(({ batches }) => batches)) };
    });
    taking.settle();
    this.onStored();
    return stored;
  }

  /** Begins to take batches in the transaction that the writer is in. */
  begin(writer: Connection): Taking {
    this.#users.begin();
    return new Taking(this.database.driver, writer, { end: this, users: this.#users, ids: this.#ids });
  }
}

/** A database that keeps what was made of files has no events of its own, and must not get any. */
async function refuseFiles(writer: Connection): Promise<void> {
  const [row] = await writer.rows(sql`
    select count(*) as count from duckdb_tables() where table_name = 'event_files' and estimated_size > 0`);
  if (row!['count'] === 0) return;
  throw new Error('it keeps what was made of files of events: give --files again, or name another DuckDB file');
}
