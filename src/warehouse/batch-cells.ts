import type { CodedColumn, NumberColumn } from '#engine/ingest/reading.js';

/** The text of a row, `null` where there is none. */
export function textAt(column: CodedColumn | undefined, row: number): string | null {
  const code = column?.codes[row] ?? 0;
  return code === 0 ? null : column!.dictionary[code]!;
}

/** The number of a row, `null` where there is none. */
export function numberAt(column: NumberColumn | undefined, row: number): number | null {
  const value = column?.numbers[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}
