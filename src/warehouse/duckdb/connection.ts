import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Cell, Row, RowSource } from '../rows.js';
import type { Bound, BoundType, BoundValue, Sql } from '../sql.js';
import type { DuckDbDriver } from './load.js';
import { halvesOf } from './vector-items.js';

/** What asks: one connection, one statement at a time. */
export interface Asker extends RowSource {
  /** Runs a statement that answers nothing. */
  run(statement: Sql): Promise<void>;
}

/** A connection to a DuckDB database that takes statements with bound values. */
export class Connection implements Asker {
  readonly #types: Readonly<Record<BoundType, DuckDBType>>;

  constructor(
    private readonly driver: DuckDbDriver,
    readonly raw: DuckDBConnection,
  ) {
    const { VARCHAR, DOUBLE, INTEGER, BIGINT, BOOLEAN } = driver;
    this.#types = { text: VARCHAR, number: DOUBLE, whole: INTEGER, instant: BIGINT, truth: BOOLEAN };
  }

  async run(statement: Sql): Promise<void> {
    const { text, values, types } = this.#bind(statement);
    await this.raw.run(text, values, types);
  }

  async rows(statement: Sql): Promise<Row[]> {
    const { text, values, types } = this.#bind(statement);
    const reader = await this.raw.runAndReadAll(text, values, types);
    const names = reader.deduplicatedColumnNames();
    const columns = reader.getColumns().map((column) => column.map(toCell));
    return Array.from({ length: reader.currentRowCount }, (_, row) =>
      Object.fromEntries(names.map((column, at) => [column, columns[at]![row]!])),
    );
  }

  /** One column of hashes in pieces: the lower and the higher half of each, 0 where it is `null`. */
  async *hashes(statement: Sql): AsyncGenerator<Uint32Array> {
    const { text, values, types } = this.#bind(statement);
    const result = await this.raw.stream(text, values, types);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield halvesOf(chunk.getColumnVector(0));
    }
  }

  /** Breaks off the statement that runs, which then fails. */
  interrupt(): void {
    this.raw.interrupt();
  }

  close(): void {
    this.raw.closeSync();
  }

  /** Numbers the places of a statement; a value that stands in it twice is bound once. */
  #bind({ texts, values }: Sql): { text: string; values: DuckDBValue[]; types: DuckDBType[] } {
    const places = new Map<Bound, number>();
    const numbered = values.map((bound) => {
      if (!places.has(bound)) places.set(bound, places.size + 1);
      return `$${places.get(bound)!}`;
    });
    const text = texts.map((part, at) => part + (numbered[at] ?? '')).join('');
    const bounds = [...places.keys()];
    return { text, values: bounds.map((bound) => this.#value(bound)), types: bounds.map((bound) => this.#type(bound)) };
  }

  #type(bound: Bound): DuckDBType {
    const type = this.#types[bound.type];
    return bound.isList ? this.driver.LIST(type) : type;
  }

  #value({ type, value }: Bound): DuckDBValue {
    const one = (item: BoundValue | null): DuckDBValue =>
      type === 'instant' && item !== null ? BigInt(Math.round(item as number)) : item;
    return Array.isArray(value)
      ? this.driver.listValue((value as (BoundValue | null)[]).map(one))
      : one(value as BoundValue);
  }
}

function toCell(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') return Number(value);
  return value as Cell;
}
