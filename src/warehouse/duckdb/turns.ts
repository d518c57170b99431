import { sql } from '../sql.js';
import type { Connection } from './connection.js';

/** A connection that writes: one piece of work at a time, in the order in which they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: Connection) {}

  /** Runs work once what was asked for before has ended. */
  alone<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => work(this.connection));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Runs work alone and in a transaction: all of it is kept, or nothing. What it returns is on disk by then. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.alone((connection) => inTransaction(connection, work));
  }

  /** Ends once what was asked for has ended. */
  async close(): Promise<void> {
    await this.#last;
    this.connection.close();
  }
}

/** Runs work in a transaction. */
export async function inTransaction<T>(
  connection: Connection,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await connection.run(sql`begin transaction`);
  try {
    const result = await work(connection);
    await connection.run(sql`commit`);
    return result;
  } catch (error) {
    // Where the commit failed there is nothing to roll back any more.
    await connection.run(sql`rollback`).catch(() => undefined);
    throw error;
  }
}
