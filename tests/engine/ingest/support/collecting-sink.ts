import type { CodedColumn, ColumnBatch } from '#engine/store/column-batch.js';

/** An event as rows of a table show it: only the cells that are there. */
export type Cells = Record<string, unknown>;

/** A sink that turns batches back into rows, so that tests can compare them with literals. */
export class CollectingSink {
  readonly rows: Cells[] = [];
  readonly batchLengths: number[] = [];

  append(batch: ColumnBatch) {
    this.batchLengths.push(batch.length);
    for (let row = 0; row < batch.length; row++) this.rows.push(cellsOf(batch, row));
    return { accepted: batch.length, duplicate: 0 };
  }
}

/** The cells of one row of a batch, under the names of the raw event. */
export function cellsOf(batch: ColumnBatch, row: number): Cells {
  const cells: Cells = {
    user_id: textAt(batch.userId, row),
    ts: batch.ts[row],
    event: textAt(batch.event, row),
    event_id:
      batch.eventId && ('codes' in batch.eventId ? textAt(batch.eventId, row) : (batch.eventId[row] ?? undefined)),
    guid: textAt(batch.guid, row),
    app_id: textAt(batch.appId, row),
    environment: batch.environment?.[row] === 1 ? 'non_production' : undefined,
    page_path: textAt(batch.pagePath, row),
    duration_ms: numberAt(batch.durationMs?.numbers, row),
    source: textAt(batch.source, row),
    scene: numberAt(batch.scene?.numbers, row),
    qr_code: textAt(batch.qrCode, row),
    amount: numberAt(batch.amount?.numbers, row),
    currency: textAt(batch.currency, row),
  };
  for (const [name, column] of Object.entries(batch.fields ?? {})) {
    cells[name] = 'numbers' in column ? numberAt(column.numbers, row) : textAt(column, row);
  }
  for (const [name, { strings, numbers, booleans }] of Object.entries(batch.properties ?? {})) {
    const truth = [undefined, false, true][booleans?.[row] ?? 0];
    cells[`properties.${name}`] = textAt(strings, row) ?? numberAt(numbers?.numbers, row) ?? truth;
  }
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}

function textAt(column: CodedColumn | undefined, row: number): string | undefined {
  const code = column?.codes[row] ?? 0;
  return code === 0 ? undefined : column!.dictionary[code];
}

function numberAt(numbers: Float64Array | undefined, row: number): number | undefined {
  const value = numbers?.[row];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
