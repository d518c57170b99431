import type { DuckDBInstance } from '@duckdb/node-api';
import { sql } from '../sql.js';
import { Connection } from './connection.js';
import { loadDuckDb, type DuckDbDriver } from './load.js';
import { schema } from './schema.js';

/** How a database is opened. */
export interface DatabaseOptions {
  /** What it may take of memory, in bytes; more is put aside on disk. Default: what DuckDB takes, most of the machine. */
  readonly memoryLimitBytes?: number | undefined;
  /** How many threads a question may use. Default: as many as the machine has. */
  readonly threads?: number | undefined;
}

/** A DuckDB file: any number of readers, and one writer at a time. */
export class Database {
  readonly #idle: Connection[] = [];
  #lastWrite: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(
    readonly driver: DuckDbDriver,
    private readonly instance: DuckDBInstance,
    private readonly writer: Connection,
  ) {}

  /** Opens a file, made where it is missing; `:memory:` is gone when it is closed. */
  static async open(file: string, { memoryLimitBytes, threads }: DatabaseOptions = {}): Promise<Database> {
    const driver = await loadDuckDb();
    const instance = await driver.DuckDBInstance.create(file, {
      ...(memoryLimitBytes !== undefined && { memory_limit: `${Math.ceil(memoryLimitBytes / 1024)}KiB` }),
      ...(threads !== undefined && { threads: String(threads) }),
    });
    const database = new Database(driver, instance, new Connection(driver, await instance.connect()));
    for (const statement of schema) await database.writer.run(statement);
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
    const result = this.#lastWrite.then(() => work(this.writer));
    this.#lastWrite = result.catch(() => undefined);
    return result;
  }

  /** Runs work alone and in a transaction: all of it is kept, or nothing. What it returns is on disk by then. */
  write<T>(work: (writer: Connection) => Promise<T>): Promise<T> {
    return this.alone(async (writer) => {
      await writer.run(sql`begin transaction`);
      try {
        const result = await work(writer);
        await writer.run(sql`commit`);
        return result;
      } catch (error) {
        // Where the commit failed there is nothing to roll back any more.
        await writer.run(sql`rollback`).catch(() => undefined);
        throw error;
      }
    });
  }

  /** Ends once what is being written is written. */
  async close(): Promise<void> {
    await this.#lastWrite;
    this.#isClosed = true;
    for (const connection of this.#idle) connection.close();
    this.writer.close();
    this.instance.closeSync();
  }
}
