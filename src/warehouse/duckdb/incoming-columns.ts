import type { DuckDBVector } from '@duckdb/node-api';
import type { CodedColumn, ColumnBatch, NumberColumn } from '#engine/ingest/reading.js';
import { name, sql, text, texts, type Sql } from '../sql.js';
import { idAt, numberColumns, propertiesAt, textColumns, type BatchColumn } from './batch-columns.js';
import type { DuckDbDriver } from './load.js';
import { defaultApp } from './user-list.js';
import { setNumbers } from './vector-items.js';
import { Words } from './words.js';

/** Writes the rows of a batch from one to another into a vector. */
type Write = (vector: DuckDBVector, from: number, to: number) => void;

/** A column of table `incoming`. */
export interface IncomingColumn {
  readonly name: string;
  readonly type: Sql;
  /** What it becomes in the column of `events` of that name; absent where there is none. */
  readonly value?: () => Sql;
  /** Makes ready for a batch. `first` is the place of its first event. */
  readonly writes: (batch: ColumnBatch, first: number) => Write;
}

/** The columns that some batches have. */
export function columnsOf(
  driver: DuckDbDriver,
  batches: readonly ColumnBatch[],
  userPlaces: Uint32Array,
): IncomingColumn[] {
  const has = (of: (batch: ColumnBatch) => unknown) => batches.some((batch) => of(batch) !== undefined);
  return [
    placeColumn,
    userColumn(userPlaces),
    appColumn(),
    productionColumn,
    { name: 'ts', type: sql`double`, value: () => sql`ts::bigint`, writes: ({ ts }) => taken(ts) },
    ...textColumns.filter(({ of }) => has(of)).map(textColumn),
    ...numberColumns.filter(({ of }) => has(of)).map(numberColumn),
    ...(has(({ eventId }) => eventId) ? [idColumn] : []),
    ...(has(({ properties }) => properties && Object.keys(properties)[0]) ? [propertiesColumn(driver)] : []),
  ];
}

const placeColumn: IncomingColumn = {
  ...{ name: 'place', type: sql`uinteger` },
  writes: ({ length }, first) => taken(Uint32Array.from({ length }, (_, row) => first + row)),
};

function userColumn(places: Uint32Array): IncomingColumn {
  return {
    ...{ name: 'user_place', type: sql`uinteger` },
    writes: (_batch, first) => taken(places.subarray(first)),
  };
}

/** Texts are places in a list that is bound: it crosses into DuckDB once, where every cell would. */
function textColumn({ name: column, of }: BatchColumn<CodedColumn>): IncomingColumn {
  const words = new Words();
  return {
    ...{ name: column, type: sql`uinteger` },
    value: () => sql`${texts(words.list)}[${name(column)}]`,
    writes: (batch) => {
      const coded = of(batch);
      return coded ? taken(words.placesOf(coded, batch.length)) : taken(new Uint32Array(batch.length));
    },
  };
}

/** Events that name no app are of the one called `default`. */
function appColumn(): IncomingColumn {
  const column = textColumn({ name: 'app', of: ({ appId }) => appId });
  return { ...column, value: () => sql`coalesce(${column.value!()}, ${text(defaultApp)})` };
}

/** What is missing is not a number. */
function numberColumn({ name: column, of }: BatchColumn<NumberColumn>): IncomingColumn {
  return {
    ...{ name: column, type: sql`double` },
    value: () => sql`case when not isnan(${name(column)}) then ${name(column)} end`,
    writes: (batch) => {
      const numbers = of(batch)?.numbers;
      return numbers ? taken(numbers) : taken(new Float64Array(batch.length).fill(NaN));
    },
  };
}

/** 0 production, 1 not. */
const productionColumn: IncomingColumn = {
  ...{ name: 'production', type: sql`uinteger`, value: () => sql`production = 0` },
  writes: ({ length, environment }) =>
    taken(environment ? Uint32Array.from(environment.subarray(0, length)) : new Uint32Array(length)),
};

const idColumn: IncomingColumn = {
  ...{ name: 'event_id', type: sql`varchar`, value: () => sql`event_id` },
  writes:
    ({ eventId }) =>
    (vector, from, to) => {
      for (let row = from; row < to; row++) vector.setItem(row - from, idAt(eventId, row));
    },
};

function propertiesColumn(driver: DuckDbDriver): IncomingColumn {
  return {
    ...{ name: 'properties', type: sql`map(varchar, varchar)`, value: () => sql`properties` },
    writes: ({ properties = {} }) => {
      const columns = Object.entries(properties);
      return (vector, from, to) => {
        for (let row = from; row < to; row++) vector.setItem(row - from, propertiesAt(driver, columns, row));
      };
    },
  };
}

function taken(numbers: Uint32Array | Float64Array): Write {
  return (vector, from, to) => {
    setNumbers(vector, numbers.subarray(from, to));
  };
}
