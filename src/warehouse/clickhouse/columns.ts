import { defaultFields, numericFields } from '#contract/events.js';
import type { Column } from './row-binary.js';

const text = (name: string): Column => ({ name, type: 'String' });
const maybeText = (name: string): Column => ({ name, type: 'String', isNullable: true });
const maybeNumber = (name: string): Column => ({ name, type: 'Float64', isNullable: true });
const instant = (name: string): Column => ({ name, type: 'Int64' });
const flag = (name: string): Column => ({ name, type: 'UInt8' });

const numeric: ReadonlySet<string> = new Set(['scene', ...numericFields]);

/** Open dimensions: the value of an open is the first that one of its events carries. */
export const openDimensions = ['source', 'scene', 'qr_code', ...defaultFields] as const;

const dimensionColumns = openDimensions.map((field) => (numeric.has(field) ? maybeNumber(field) : maybeText(field)));

const properties: readonly Column[] = [
  { name: 'property_keys', type: 'Array(String)' },
  { name: 'property_values', type: 'Array(String)' },
];

/** What is stored of an event as it comes. */
export const eventColumns: readonly Column[] = [
  instant('seq'),
  instant('ts'),
  text('app'),
  flag('production'),
  text('user_id'),
  maybeText('guid'),
  text('event'),
  maybeText('event_id'),
  maybeText('page_path'),
  maybeNumber('duration_ms'),
  maybeNumber('amount'),
  maybeText('currency'),
  ...dimensionColumns,
  ...properties,
];

/** What is kept of whose an event or open is, and of which cut. */
const ownColumns: readonly Column[] = [
  { name: 'cut', type: 'UInt64' },
  { name: 'version', type: 'UInt64' },
  { name: 'bucket', type: 'UInt32' },
  text('app'),
  flag('production'),
  // The number of the user's first event: what is told apart by it is found several times as fast as by texts.
  instant('who'),
  text('user_id'),
  text('guid'),
  instant('guid_ts'),
  instant('ts'),
];

/** An event with its open, ready to be counted: in open dimensions it has its open's value. */
export const placeColumns: readonly Column[] = [
  ...ownColumns,
  instant('seq'),
  text('event'),
  text('role'),
  maybeText('page_path'),
  maybeNumber('duration_ms'),
  maybeNumber('amount'),
  maybeText('currency'),
  { name: 'open', type: 'Int64', isNullable: true },
  instant('until'),
  maybeNumber('stay_ms'),
  flag('is_entry'),
  flag('is_exit'),
  flag('is_only'),
  ...[...numeric].map((field) => maybeNumber(`own_${field}`)),
  ...dimensionColumns,
  ...properties,
];

/** An open; and, as a row of the table of first visits, that which a user's first visit begins. */
export const openColumns: readonly Column[] = [
  ...ownColumns,
  instant('open'),
  { name: 'stay_ms', type: 'Float64' },
  { name: 'depth', type: 'Float64' },
  { name: 'page_views', type: 'Float64' },
  ...dimensionColumns,
];

/** Fields of an event that are numbers of its own, under `own_…` in a place. */
export const ownNumbers: readonly string[] = [...numeric];
