import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { Readable } from 'node:stream';
import { statementText } from '../clickhouse/literal.js';
import type { ClickHouseDriver } from '../clickhouse/load.js';
import { toUnavailable } from '../clickhouse/lost-server.js';
import { RowReader, type Column, type ColumnValue } from '../clickhouse/row-binary.js';
import type { Cell, Row } from '../rows.js';
import type { Sql } from '../sql.js';

/** How a server is spoken to. */
export interface ServerOptions {
  readonly database: string;
  /** What one question may take of memory on each server, in bytes. Default: what the server allows. */
  readonly memoryLimitBytes?: number | undefined;
}

/** One ClickHouse server, over HTTP. */
export class Server {
  readonly #client: ClickHouseClient;

  constructor(
    driver: ClickHouseDriver,
    readonly url: string,
    { database, memoryLimitBytes }: ServerOptions,
  ) {
    const settings = memoryLimitBytes === undefined ? {} : { max_memory_usage: String(Math.ceil(memoryLimitBytes)) };
    this.#client = driver.createClient({
      url,
      database,
      request_timeout: 600_000,
      // A server closes a connection that rests for three seconds, which is no longer than reading a batch may take: then
      // the next insert broke off. Beside a statement, a connection of its own costs nothing.
      keep_alive: { enabled: false },
      log: { level: driver.ClickHouseLogLevel.OFF },
      clickhouse_settings: { ...alwaysSet, ...settings },
    });
  }

  /** The address without what is secret in it. */
  get address(): string {
    return new URL(this.url).host;
  }

  /** Runs a statement that answers nothing. */
  async run(statement: Sql): Promise<void> {
    await this.#asked(() => this.#client.command({ query: statementText(statement) }));
  }

  /**
   * Asks for rows. One that nobody waits for any more is ended on the server too.
   *
   * @param isPartial leaves shards out that do not answer.
   */
  async rows(statement: Sql, shared?: AbortSignal, isPartial = false): Promise<Row[]> {
    // The questions of a batch share a signal: each statement listens to one of its own that follows it.
    const signal = shared && AbortSignal.any([shared]);
    const query_id = crypto.randomUUID();
    const kill = () =>
      void this.#client.command({ query: `KILL QUERY WHERE query_id = '${query_id}'` }).catch(() => undefined);
    signal?.addEventListener('abort', kill, { once: true });
    try {
      return await this.#asked(async () => {
        const asked = { query: statementText(statement), format: 'JSONCompact', query_id } as const;
        const answer = await this.#client.query({
          ...asked,
          clickhouse_settings: isPartial ? partialAnswer : wholeAnswer,
          ...(signal && { abort_signal: signal }),
        });
        const { meta = [], data } = await answer.json<Cell[]>();
        const names = meta.map(({ name }) => name);
        return data.map((cells) => Object.fromEntries(names.map((column, at) => [column, cells[at]!])));
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', kill);
    }
  }

  /** Reads rows of some columns, in blocks as they come. */
  async *read(statement: Sql, columns: readonly Column[], isPartial = false): AsyncGenerator<ColumnValue[]> {
    const query = `${statementText(statement)} FORMAT RowBinary`;
    const { stream } = await this.#asked(() =>
      this.#client.exec({ query, clickhouse_settings: isPartial ? partialAnswer : wholeAnswer }),
    );
    const reader = new RowReader(columns);
    for await (const piece of stream) yield* reader.read(piece as Uint8Array);
    if (!reader.isWhole) throw new Error(`The server at ${this.address} broke off its answer.`);
  }

  /** Puts rows (as `RowBinary`) into the columns of a table. It returns once all shards have them. */
  async insert(table: Sql, columns: readonly Column[], bytes: Buffer): Promise<void> {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const query = `INSERT INTO ${statementText(table)} (${names}) FORMAT RowBinary`;
    const { stream } = await this.#asked(() =>
      this.#client.exec({ query, values: Readable.from([bytes], { objectMode: false }) }),
    );
    stream.resume();
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw toUnavailable(error, this.address);
    }
  }
}

/**
 * What holds for every statement. A table that is distributed is, within a subquery, the shard's own part of it: all that
 * is joined lies on one shard. A shard that does not answer fails the question.
 *
 * Current versions know the same settings: `insert_distributed_sync` is there another name for `distributed_foreground_insert`
 * (23.11), a join without `all` or `any` is `all` by itself.
 * `async_insert` stays off, for an insert has to be there once it is answered.
 */
const alwaysSet: ClickHouseSettings = {
  distributed_product_mode: 'local',
  join_use_nulls: 1,
  join_default_strictness: 'ALL',
  skip_unavailable_shards: 0,
  insert_distributed_sync: 1,
  max_query_size: String(64 * 1024 * 1024),
  output_format_json_quote_64bit_integers: 0,
};

/** An answer is only begun once it is whole, so that what fails in the middle is an error and no half answer. */
const wholeAnswer: ClickHouseSettings = { wait_end_of_query: 1 };

/** The same, of the shards that are there. */
const partialAnswer: ClickHouseSettings = { ...wholeAnswer, skip_unavailable_shards: 1 };
