import type { DuckDBValue } from '@duckdb/node-api';
import { defaultFields, numericFields } from '#contract/events.js';
import type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '#engine/ingest/reading.js';
import { numberAt, textAt } from '../batch-cells.js';
import type { DuckDbDriver } from './load.js';

/** A column of `events` that a batch may have, and where. */
export interface BatchColumn<Column> {
  readonly name: string;
  readonly of: (batch: ColumnBatch) => Column | undefined;
}

type FieldColumns = Readonly<Record<string, CodedColumn | NumberColumn | undefined>>;

const isNumeric = (field: string) => (numericFields as readonly string[]).includes(field);

const fieldColumns = <Column>(fields: readonly string[]): BatchColumn<Column>[] =>
  fields.map((name) => ({ name, of: ({ fields: of }) => (of as FieldColumns | undefined)?.[name] as Column }));

/** Columns of texts; `guid` is one of users. */
export const textColumns: readonly BatchColumn<CodedColumn>[] = [
  { name: 'event', of: ({ event }) => event },
  { name: 'page_path', of: ({ pagePath }) => pagePath },
  { name: 'source', of: ({ source }) => source },
  { name: 'qr_code', of: ({ qrCode }) => qrCode },
  { name: 'currency', of: ({ currency }) => currency },
  { name: 'guid', of: ({ guid }) => guid },
  ...fieldColumns<CodedColumn>(defaultFields.filter((field) => !isNumeric(field))),
];

/** Columns of numbers. */
export const numberColumns: readonly BatchColumn<NumberColumn>[] = [
  { name: 'duration_ms', of: ({ durationMs }) => durationMs },
  { name: 'scene', of: ({ scene }) => scene },
  { name: 'amount', of: ({ amount }) => amount },
  ...fieldColumns<NumberColumn>(defaultFields.filter(isNumeric)),
];

/** The id of an event, `null` where it has none. */
export function idAt(column: ColumnBatch['eventId'], row: number): string | null {
  if (!column) return null;
  return 'codes' in column ? textAt(column, row) : (column[row] ?? null);
}

/** The custom properties of an event; `null` where it has none. */
export function propertiesAt(
  driver: DuckDbDriver,
  columns: readonly (readonly [string, PropertyColumn])[],
  row: number,
): DuckDBValue {
  const entries = columns.flatMap(([key, column]) => {
    const value = taggedAt(column, row);
    return value === null ? [] : [{ key, value }];
  });
  return entries.length === 0 ? null : driver.mapValue(entries);
}

/** A value with a letter for its type. */
function taggedAt({ strings, numbers, booleans }: PropertyColumn, row: number): string | null {
  const flag = booleans?.[row] ?? 0;
  if (flag !== 0) return flag === 2 ? 'btrue' : 'bfalse';
  const text = textAt(strings, row);
  if (text !== null) return `s${text}`;
  const value = numberAt(numbers, row);
  return value === null ? null : `n${value}`;
}
