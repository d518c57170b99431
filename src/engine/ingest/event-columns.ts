import type { NumberField, TextField } from '../store/column-batch.js';

/**
 * Texts of a column, one a row: a plain list, or codes into a dictionary. Missing is `null`, `undefined` or the empty
 * text. Codes are taken as they are, without a copy, where `dictionary[0]` is `null` or empty (so that 0 is missing). A
 * dictionary that is given again, with more events, may have grown but not changed.
 */
export type TextColumn =
  | readonly (string | null | undefined)[]
  | {
      readonly codes: Uint8Array | Uint16Array | Uint32Array;
      readonly dictionary: readonly (string | null)[];
    };

/** Numbers of a column, one a row; missing is `NaN`, `null` or `undefined`. A Float64Array is taken without a copy. */
export type NumericColumn =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Uint8Array
  | readonly (number | null | undefined)[];

/** Times, one a row: whole epoch milliseconds, 1970 to 9999. */
export type TimeColumn = Float64Array | BigInt64Array | readonly number[];

/** Truth values, one a row; missing is `null` or `undefined`. */
export type BooleanColumn = readonly (boolean | null | undefined)[];

/** Values of a custom property, all of one type. */
export type PropertyValues =
  { readonly text: TextColumn } | { readonly number: NumericColumn } | { readonly boolean: BooleanColumn };

/**
 * Events as columns of equal length: the columnar door beside NDJSON, CSV and JSON. Fields have the names and meaning
 * of the raw event; `amount` is in minor units.
 *
 * @example
 * {
 *   user_id: { codes: Uint32Array.of(1, 1, 2), dictionary: [null, 'ann', 'ben'] },
 *   ts: Float64Array.of(1_700_000_000_000, 1_700_000_060_000, 1_700_000_000_000),
 *   event: ['launch', 'page_view', 'page_view'],
 *   page_path: [null, '/home', '/home'],
 *   properties: { plan: { text: ['free', 'free', null] } },
 * }
 */
export type EventColumns = {
  readonly user_id: TextColumn;
  readonly ts: TimeColumn;
  readonly event: TextColumn;
  readonly guid?: TextColumn;
  readonly event_id?: TextColumn;
  readonly app_id?: TextColumn;
  /** `production` where missing. */
  readonly environment?: TextColumn;
  readonly page_path?: TextColumn;
  readonly duration_ms?: NumericColumn;
  readonly source?: TextColumn;
  readonly scene?: NumericColumn;
  readonly qr_code?: TextColumn;
  readonly amount?: NumericColumn;
  readonly currency?: TextColumn;
  readonly properties?: Readonly<Record<string, PropertyValues>>;
} & { readonly [F in TextField]?: TextColumn } & { readonly [F in NumberField]?: NumericColumn };

/** Columns that cannot be used at all: of the wrong kind or of unequal lengths. Names all faults. */
export class ColumnsError extends Error {
  override readonly name = 'ColumnsError';

  constructor(readonly faults: readonly string[]) {
    super(`The columns cannot be taken: ${faults.join(' ')}`);
  }
}
