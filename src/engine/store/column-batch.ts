/**
 * What every parser hands to the store: some events as columns, in ingestion order.
 *
 * Nothing here is sorted, deduplicated or merged; that is the store's work. A parser may reuse the typed arrays of a
 * batch once `append` has returned, but must never change an entry of a dictionary it has handed over: dictionaries only
 * grow, and the store remembers by array identity how far it has read them.
 */

/** Strings as codes into a dictionary. Code 0 means "missing"; `dictionary[0]` is an unused placeholder. */
export interface CodedColumn {
  readonly codes: Uint32Array | Uint16Array | Uint8Array;
  readonly dictionary: readonly string[];
}

/** Numbers, one an event. `NaN` means "missing". */
export interface NumberColumn {
  readonly numbers: Float64Array;
}

/** One custom property. A value is in at most one of the three, so a property may be of mixed type. */
export interface PropertyColumn {
  readonly strings?: CodedColumn;
  readonly numbers?: NumberColumn;
  /** 0 missing, 1 false, 2 true. */
  readonly booleans?: Uint8Array;
}

/** Default fields that hold text. */
export const textFields = [
  'country',
  'province',
  'city',
  'gender',
  'age_group',
  'device',
  'network_type',
  'os_name',
  'os_version',
  'language',
  'manufacturer',
  'device_model',
  'device_brand',
] as const;

/** A default field that holds text. */
export type TextField = (typeof textFields)[number];

/** Default fields that hold a number. */
export const numberFields = ['device_width', 'device_height'] as const;

/** A default field that holds a number. */
export type NumberField = (typeof numberFields)[number];

/** Events as columns. Every column given is at least `length` long; entries from `length` on are ignored. */
export interface ColumnBatch {
  readonly length: number;
  /** Epoch milliseconds, whole. */
  readonly ts: Float64Array;
  /** Never 0: an event without a user is rejected by its parser. */
  readonly userId: CodedColumn;
  /** The raw event name; which reserved roles it plays is the store's to know. Never 0. */
  readonly event: CodedColumn;
  /** Where present and not null, a second event with the same id is ignored. */
  readonly eventId?: CodedColumn | readonly (string | null)[];
  readonly guid?: CodedColumn;
  /** Missing means the app `default`. */
  readonly appId?: CodedColumn;
  /** 0 production, 1 non-production; absent means all production. */
  readonly environment?: Uint8Array;
  readonly pagePath?: CodedColumn;
  readonly durationMs?: NumberColumn;
  readonly source?: CodedColumn;
  readonly scene?: NumberColumn;
  readonly qrCode?: CodedColumn;
  /** Minor units of `currency`, whole. */
  readonly amount?: NumberColumn;
  readonly currency?: CodedColumn;
  /** The default fields: text ones coded, `device_width` and `device_height` as numbers. */
  readonly fields?: { readonly [F in TextField]?: CodedColumn } & { readonly [F in NumberField]?: NumberColumn };
  readonly properties?: Readonly<Record<string, PropertyColumn>>;
}
