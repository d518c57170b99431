import type { RawEvent } from '#contract/api.js';
import type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '../store/column-batch.js';
import { environments } from './fields.js';

type Value = string | number | boolean;

/** One row of a batch as the event that it was read as: names mapped, types as the reports see them. */
export function eventOfRow(batch: ColumnBatch, row: number): RawEvent {
  const { eventId, environment, fields = {}, properties = {} } = batch;
  const event: Record<string, Value | null | undefined> = {
    user_id: textAt(batch.userId, row),
    ts: new Date(batch.ts[row]!).toISOString(),
    event: textAt(batch.event, row),
    event_id: eventId && ('codes' in eventId ? textAt(eventId, row) : eventId[row]),
    guid: textAt(batch.guid, row),
    app_id: textAt(batch.appId, row),
    environment: environment && environments[environment[row]!],
    page_path: textAt(batch.pagePath, row),
    duration_ms: numberAt(batch.durationMs, row),
    source: textAt(batch.source, row),
    scene: numberAt(batch.scene, row),
    qr_code: textAt(batch.qrCode, row),
    amount: numberAt(batch.amount, row),
    currency: textAt(batch.currency, row),
  };
  for (const [name, column] of Object.entries(fields))
    event[name] = 'codes' in column ? textAt(column, row) : numberAt(column, row);
  const custom = Object.entries(properties).map(([name, column]) => [name, valueAt(column, row)] as const);
  return { ...present(Object.entries(event)), properties: present(custom) } as RawEvent;
}

function textAt(column: CodedColumn | undefined, row: number): string | undefined {
  const code = column?.codes[row] ?? 0;
  return code === 0 ? undefined : column?.dictionary[code];
}

function numberAt(column: NumberColumn | undefined, row: number): number | undefined {
  const number = column?.numbers[row];
  return Number.isNaN(number) ? undefined : number;
}

function valueAt({ strings, numbers, booleans }: PropertyColumn, row: number): Value | undefined {
  const flag = booleans?.[row] ?? 0;
  return flag === 0 ? (textAt(strings, row) ?? numberAt(numbers, row)) : flag === 2;
}

function present(entries: readonly (readonly [string, Value | null | undefined])[]): Record<string, Value> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null)) as Record<
    string,
    Value
  >;
}
