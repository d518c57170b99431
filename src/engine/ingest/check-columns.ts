import { numberFields } from '../store/column-batch.js';
import { ColumnsError, type EventColumns, type PropertyValues, type TextColumn } from './event-columns.js';
import { isFieldName } from './fields.js';
import { lengthOf } from './read-column.js';
import { shown } from './reasons.js';

const numeric: readonly string[] = [...numberFields, 'duration_ms', 'scene', 'amount'];

/** Throws {@link ColumnsError} with all faults where columns cannot be taken as they are. */
export function checkColumns(columns: EventColumns): void {
  const faults = ['user_id', 'ts', 'event']
    .filter((name) => !(name in columns))
    .map((name) => `\`${name}\` is missing.`);
  const rows = isList(columns.ts) ? columns.ts.length : null;
  for (const [name, column] of Object.entries(columns) as [string, unknown][]) {
    if (name === 'properties') faults.push(...propertyFaults(column, rows));
    else if (isFieldName(name)) faults.push(...columnFaults(name, column, kindOf(name), rows));
    else faults.push(`\`${name}\` is no field of an event; custom fields belong into \`properties\`.`);
  }
  if (faults.length > 0) throw new ColumnsError(faults);
}

type Kind = 'text' | 'number' | 'time' | 'boolean';

function kindOf(name: string): Kind {
  if (name === 'ts') return 'time';
  return numeric.includes(name) ? 'number' : 'text';
}

function propertyFaults(properties: unknown, rows: number | null): string[] {
  if (typeof properties !== 'object' || properties === null)
    return [`\`properties\` is ${shown(properties)}; it has to be an object.`];
  return Object.entries(properties as Record<string, PropertyValues>).flatMap(([name, values]) => {
    const [kind, ...more] = Object.keys(values);
    const path = `properties.${name}`;
    if (more.length > 0 || !kind || !['text', 'number', 'boolean'].includes(kind)) {
      return [`\`${path}\` has to hold one of text, number, boolean.`];
    }
    return columnFaults(path, Object.values(values)[0], kind as Kind, rows);
  });
}

function columnFaults(name: string, column: unknown, kind: Kind, rows: number | null): string[] {
  if (!isOfKind(column, kind)) return [`\`${name}\` is ${shown(column)}; it has to be ${wanted[kind]}.`];
  const length = lengthOf(column as TextColumn);
  const faults = rows === null || length === rows ? [] : [`\`${name}\` has ${length} rows, \`ts\` has ${rows}.`];
  if (kind !== 'text') return faults;
  const fault = textFault(name, column as TextColumn);
  return fault === null ? faults : [...faults, fault];
}

const wanted: Record<Kind, string> = {
  text: 'a list of texts, or codes (Uint8Array, Uint16Array, Uint32Array) with their dictionary',
  number: 'a typed array or a list of numbers',
  time: 'a Float64Array, a BigInt64Array or a list of epoch milliseconds',
  boolean: 'a list of truth values',
};

function isOfKind(column: unknown, kind: Kind): boolean {
  if (kind === 'boolean')
    return Array.isArray(column) && column.every((value) => value == null || typeof value === 'boolean');
  if (kind === 'number')
    return isList(column) && !isBig(column) && (!Array.isArray(column) || column.every(isNumberOrNone));
  if (kind === 'time')
    return isList(column) && (!Array.isArray(column) || column.every((value) => typeof value === 'number'));
  if (Array.isArray(column)) return column.every((value) => value == null || typeof value === 'string');
  return isCoded(column);
}

function isCoded(column: unknown): boolean {
  if (typeof column !== 'object' || column === null || !('codes' in column) || !('dictionary' in column)) return false;
  const { codes, dictionary } = column;
  const isCodes = codes instanceof Uint8Array || codes instanceof Uint16Array || codes instanceof Uint32Array;
  return isCodes && Array.isArray(dictionary) && dictionary.every((text) => text === null || typeof text === 'string');
}

/** A code that its dictionary does not have cannot be read as anything. */
function textFault(name: string, column: TextColumn): string | null {
  if (!('codes' in column)) return null;
  const { codes, dictionary } = column;
  // A plain loop: there are dozens of columns, each as long as the log.
  let row = 0;
  while (row < codes.length && codes[row]! < dictionary.length) row++;
  if (row === codes.length) return null;
  return `\`${name}\` has code ${codes[row]!} in row ${row + 1}; its dictionary has ${dictionary.length} entries.`;
}

function isList(column: unknown): column is ArrayLike<unknown> {
  return Array.isArray(column) || (ArrayBuffer.isView(column) && !(column instanceof DataView));
}

function isBig(column: unknown): boolean {
  return column instanceof BigInt64Array || column instanceof BigUint64Array;
}

function isNumberOrNone(value: unknown): boolean {
  return value == null || typeof value === 'number';
}
