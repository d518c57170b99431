import type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '../store/column-batch.js';

/** A batch with some of its rows only; the batch itself where `rows` is `null`. */
export function keepRows(batch: ColumnBatch, rows: Uint32Array | null): ColumnBatch {
  if (rows === null) return batch;
  const { length: _, ts, environment, eventId, fields = {}, properties = {}, ...columns } = batch;
  return {
    length: rows.length,
    ts: keptNumbers(ts, rows),
    ...(environment && { environment: Uint8Array.from(rows, (row) => environment[row]!) }),
    ...(eventId && {
      eventId: 'codes' in eventId ? keptColumn(eventId, rows) : Array.from(rows, (row) => eventId[row] ?? null),
    }),
    ...kept(columns, rows),
    fields: kept(fields, rows),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, keptProperty(property, rows)]),
    ),
  };
}

function kept<T extends Readonly<Record<string, CodedColumn | NumberColumn | undefined>>>(
  columns: T,
  rows: Uint32Array,
): T {
  const entries = Object.entries(columns).filter(([, column]) => column !== undefined);
  return Object.fromEntries(entries.map(([name, column]) => [name, keptColumn(column!, rows)])) as T;
}

function keptColumn<T extends CodedColumn | NumberColumn>(column: T, rows: Uint32Array): T {
  if ('numbers' in column) return { numbers: keptNumbers(column.numbers, rows) } as T;
  return { codes: Uint32Array.from(rows, (row) => column.codes[row]!), dictionary: column.dictionary } as T &
    CodedColumn;
}

function keptProperty({ strings, numbers, booleans }: PropertyColumn, rows: Uint32Array): PropertyColumn {
  return {
    ...(strings && { strings: keptColumn(strings, rows) }),
    ...(numbers && { numbers: keptColumn(numbers, rows) }),
    ...(booleans && { booleans: Uint8Array.from(rows, (row) => booleans[row]!) }),
  };
}

function keptNumbers(numbers: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => numbers[row]!);
}
