import type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '#engine/ingest/reading.js';
import { numberAt, textAt } from '../batch-cells.js';
import { openDimensions } from './columns.js';
import type { ColumnValue } from './row-binary.js';

/** A row of a batch as the columns of table `events`. */
export function eventRow(batch: ColumnBatch, row: number, seq: number): ColumnValue[] {
  const fields = batch.fields as Readonly<Record<string, CodedColumn | NumberColumn>> | undefined;
  const dimension = (field: string): ColumnValue => {
    if (field === 'source') return textAt(batch.source, row);
    if (field === 'scene') return numberAt(batch.scene, row);
    if (field === 'qr_code') return textAt(batch.qrCode, row);
    const column = fields?.[field];
    return column && 'numbers' in column ? numberAt(column, row) : textAt(column, row);
  };
  const properties = propertiesAt(batch.properties, row);
  return [
    seq,
    batch.ts[row]!,
    textAt(batch.appId, row) ?? 'default',
    (batch.environment?.[row] ?? 0) === 0 ? 1 : 0,
    textAt(batch.userId, row),
    textAt(batch.guid, row),
    textAt(batch.event, row),
    idAt(batch, row),
    textAt(batch.pagePath, row),
    numberAt(batch.durationMs, row),
    numberAt(batch.amount, row),
    textAt(batch.currency, row),
    ...openDimensions.map(dimension),
    properties.map(([key]) => key),
    properties.map(([, value]) => value),
  ];
}

/** The `event_id` of a row. */
export function idAt({ eventId }: ColumnBatch, row: number): string | null {
  if (!eventId) return null;
  return 'codes' in eventId ? textAt(eventId, row) : (eventId[row] ?? null);
}

/** The app of a row. */
export function appAt({ appId }: ColumnBatch, row: number): string {
  return textAt(appId, row) ?? 'default';
}

function propertiesAt(properties: ColumnBatch['properties'] = {}, row: number): [string, string][] {
  const entries: [string, string][] = [];
  for (const key in properties) {
    const value = taggedAt(properties[key]!, row);
    if (value !== null) entries.push([key, value]);
  }
  return entries;
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
