import type { DuckDBValue } from '@duckdb/node-api';
import { defaultFields } from '#contract/events.js';
import type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '#engine/ingest/reading.js';
import { numberAt, textAt } from '../batch-cells.js';
import type { DuckDbDriver } from './load.js';

type Values = DuckDBValue[];

/** Some rows of a batch as the columns of table `incoming`, in its order; `place` is that of the batch's first row. */
export function columnsOf(driver: DuckDbDriver, batch: ColumnBatch, from: number, to: number, place: number): Values[] {
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  const texts = (column: CodedColumn | undefined): Values => rows.map((row) => textAt(column, row));
  const numbers = (column: NumberColumn | undefined): Values => rows.map((row) => numberAt(column, row));
  const fields: Record<string, CodedColumn | NumberColumn | undefined> = batch.fields ?? {};
  return [
    rows.map((row) => BigInt(place + row)),
    rows.map((row) => BigInt(batch.ts[row]!)),
    rows.map((row) => textAt(batch.appId, row) ?? 'default'),
    rows.map((row) => (batch.environment?.[row] ?? 0) === 0),
    texts(batch.userId),
    texts(batch.guid),
    texts(batch.event),
    rows.map((row) => idAt(batch.eventId, row)),
    texts(batch.pagePath),
    numbers(batch.durationMs),
    texts(batch.source),
    numbers(batch.scene),
    texts(batch.qrCode),
    numbers(batch.amount),
    texts(batch.currency),
    ...defaultFields.map((field): Values => {
      const column = fields[field];
      return column && 'numbers' in column ? numbers(column) : texts(column);
    }),
    propertiesOf(driver, batch.properties, rows),
  ];
}

function idAt(column: ColumnBatch['eventId'], row: number): string | null {
  if (!column) return null;
  return 'codes' in column ? textAt(column, row) : (column[row] ?? null);
}

function propertiesOf(driver: DuckDbDriver, properties: ColumnBatch['properties'] = {}, rows: number[]): Values {
  const columns = Object.entries(properties);
  return rows.map((row) => {
    const entries = columns.flatMap(([key, column]) => {
      const value = taggedAt(column, row);
      return value === null ? [] : [{ key, value }];
    });
    return entries.length === 0 ? null : driver.mapValue(entries);
  });
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
