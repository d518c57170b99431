import type { DuckDBInstance } from '@duckdb/node-api';
import { Connection } from './connection.js';
import { loadDuckDb, type DuckDbDriver } from './load.js';
import { schema } from './schema.js';
import { Turns } from './turns.js';

/** How a database is opened. */
export interface DatabaseOptions {
  /** What it may take of memory, in bytes; more is put aside on disk. Default: what DuckDB takes, most of the machine. */
  readonly memoryLimitBytes?: number | undefined;
  /** How many threads a question may use. Default: as many as the machine has. */
  readonly threads?: number | undefined;
}

/** So much may be written before DuckDB tidies its file up: seldom, since each time it writes what has changed once more. */
const CHECKPOINT_THRESHOLD = '64MiB';

/** A DuckDB file: any number of readers, and one that writes events at a time. */
export class Database {
  readonly #idle: Connection[] = [];
  #isClosed = false;

  private constructor(
    readonly driver: DuckDbDriver,
    private readonly instance: DuckDBInstance,
    /** What writes events, documents and all that belongs to them. */
    readonly writer: Turns,
    /** What writes tables of opens, which nothing else writes: it need not wait for the writer, nor the writer for it. */
    readonly deriver: Turns,
  ) {}

  /** Opens a file, made where it is missing; `:memory:` is gone when it is closed. */
  static async open(file: string, { memoryLimitBytes, threads }: DatabaseOptions = {}): Promise<Database> {
    const driver = await loadDuckDb();
    const instance = await driver.DuckDBInstance.create(file, {
      ...(memoryLimitBytes !== undefined && { memory_limit: `${Math.ceil(memoryLimitBytes / 1024)}KiB` }),
      checkpoint_threshold: CHECKPOINT_THRESHOLD,
      ...(threads !== undefined && { threads: String(threads) }),
    });
    const turns = async () => new Turns(new Connection(driver, await instance.connect()));
    const database = new Database(driver, instance, await turns(), await turns());
    await database.alone(async (writer) => {
      for (const statement of schema) await writer.run(statement);
    });
    return database;
  }

  /** A connection that nobody else uses; it has to be given back. */
  async borrow(): Promise<Connection> {
    return this.#idle.pop() ?? new Connection(this.driver, await this.instance.connect());
  }

  /** Takes a connection back. */
  giveBack(connection: Connection): void {
    if (this.#isClosed) connection.close();
    else this.#idle.push(connection);
  }

  /** Runs work while nothing else is written, once what was asked for before has ended. */
  alone<T>(work: (writer: Connection) => Promise<T>): Promise<T> {
    return this.writer.alone(work);
  }

  /** Runs work alone and in a transaction: all of it is kept, or nothing. What it returns is on disk by then. */
  write<T>(work: (writer: Connection) => Promise<T>): Promise<T> {
    return this.writer.write(work);
  }

  /** Ends once what is being written is written. */
  async close(): Promise<void> {
    await this.deriver.close();
    await this.writer.close();
    this.#isClosed = true;
    for (const connection of this.#idle) connection.close();
    this.instance.closeSync();
  }
}
