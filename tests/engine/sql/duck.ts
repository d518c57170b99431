import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** One row of an answer, by column. */
export type Row = Record<string, string | number | boolean | null>;

/** A database in memory that is asked in SQL. */
export class Duck {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(): Promise<Duck> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    return new Duck(instance, await instance.connect());
  }

  /** Runs statements that answer nothing. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** The rows that a question answers; every whole number of SQL is a number here. */
  async rows(sql: string): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRowObjectsJS().map((row) => {
      const entries = Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? Number(value) : value,
      ]);
      return Object.fromEntries(entries) as Row;
    });
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
