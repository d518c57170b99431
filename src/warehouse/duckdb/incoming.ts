import type { DuckDBType } from '@duckdb/node-api';
import type { ColumnBatch } from '#engine/ingest/reading.js';
import { joined, name, sql, type Sql } from '../sql.js';
import { idAt } from './batch-columns.js';
import type { Connection } from './connection.js';
import { columnsOf, type IncomingColumn } from './incoming-columns.js';
import type { DuckDbDriver } from './load.js';
import { UserList } from './user-list.js';

/** How many rows are handed over at once; DuckDB's own measure. */
const CHUNK_ROWS = 2048;

/** Events on their way into the tables: they become table `incoming`, with the columns that they have and no others. */
export class Incoming {
  readonly length: number;
  readonly users = new UserList();
  /** The place of each event's user in that list. */
  readonly userPlaces: Uint32Array;
  readonly #columns: readonly IncomingColumn[];

  constructor(
    private readonly driver: DuckDbDriver,
    private readonly batches: readonly ColumnBatch[],
  ) {
    this.length = batches.reduce((sum, { length }) => sum + length, 0);
    this.userPlaces = new Uint32Array(this.length);
    let first = 0;
    for (const batch of batches) {
      this.userPlaces.set(this.users.placesOf(batch), first);
      first += batch.length;
    }
    this.#columns = columnsOf(driver, batches, this.userPlaces);
  }

  get hasIds(): boolean {
    return this.batches.some(({ eventId }) => eventId);
  }

  /** The ids of all events, `null` where one has none. */
  get ids(): (string | null)[] {
    return this.batches.flatMap(({ eventId, length }) => Array.from({ length }, (_, row) => idAt(eventId, row)));
  }

  /** The columns of `events` that it fills, and their values. */
  get filled(): { readonly columns: Sql; readonly values: Sql } {
    const filled = this.#columns.filter((column) => column.value && column.name !== 'guid');
    const columns = filled.map((column) => name(column.name));
    const values = filled.map(({ value }) => value!());
    return { columns: joined(columns, ', '), values: joined(values, ', ') };
  }

  /** The guid of an event; absent where none has one. */
  get guid(): Sql | undefined {
    return this.#columns.find((column) => column.name === 'guid')?.value?.();
  }

  /** Makes the table. */
  async write(writer: Connection): Promise<void> {
    const columns = this.#columns.map((column) => sql`${name(column.name)} ${column.type}`);
    await writer.run(sql`create or replace temp table incoming (${joined(columns, ', ')})`);
    const appender = await writer.raw.createAppender('incoming', 'main', 'temp');
    const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    let first = 0;
    for (const batch of this.batches) {
      for (const chunk of this.#chunksOf(batch, first, types)) appender.appendDataChunk(chunk);
      first += batch.length;
    }
    appender.flushSync();
    appender.closeSync();
  }

  *#chunksOf(batch: ColumnBatch, first: number, types: readonly DuckDBType[]) {
    const writes = this.#columns.map((column) => column.writes(batch, first));
    for (let from = 0; from < batch.length; from += CHUNK_ROWS) {
      const to = Math.min(batch.length, from + CHUNK_ROWS);
      const chunk = this.driver.DuckDBDataChunk.create(types, to - from);
      writes.forEach((write, column) => {
        const vector = chunk.getColumnVector(column);
        write(vector, from, to);
        vector.flush();
      });
      yield chunk;
    }
  }
}
