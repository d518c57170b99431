import type { CodedColumn } from '../store/column-batch.js';
import { wellFormed } from './byte-dictionary.js';
import type { BooleanColumn, NumericColumn, TextColumn, TimeColumn } from './event-columns.js';

/** Texts as a coded column whose code 0 is missing. */
export function toCoded(column: TextColumn): CodedColumn {
  if ('dictionary' in column) return fromCodes(column);
  const dictionary = [''];
  const codeOf = new Map<string | null | undefined, number>([
    [null, 0],
    [undefined, 0],
    ['', 0],
  ]);
  const codes = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const text = column[row];
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.push(wellFormed(text!)) - 1;
      codeOf.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, dictionary };
}

/** Numbers as doubles, `NaN` for missing. */
export function toNumbers(column: NumericColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  return Float64Array.from(column as ArrayLike<number | null | undefined>, (value) => value ?? NaN);
}

/** Times as doubles. */
export function toTimes(column: TimeColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  return Float64Array.from(column as ArrayLike<number | bigint>, Number);
}

/** Truth values as 0 missing, 1 false, 2 true. */
export function toFlags(column: BooleanColumn): Uint8Array {
  const flags = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (typeof value === 'boolean') flags[row] = value ? 2 : 1;
  }
  return flags;
}

/** How many rows a column has. */
export function lengthOf(column: TextColumn | NumericColumn | TimeColumn | BooleanColumn): number {
  return 'codes' in column ? column.codes.length : column.length;
}

/** Dictionaries that were given before, as texts alone; the store reads each array once, and then only what it gained. */
const readBefore = new WeakMap<readonly (string | null)[], string[]>();

function fromCodes({ codes, dictionary }: Extract<TextColumn, { dictionary: unknown }>): CodedColumn {
  const texts = readBefore.get(dictionary) ?? [];
  for (let code = texts.length; code < dictionary.length; code++) texts.push(dictionary[code] ?? '');
  readBefore.set(dictionary, texts);
  const firstEmpty = texts.indexOf('', 1);
  if (texts[0] === '' && firstEmpty < 0) return { codes, dictionary: texts };
  return withMissingFirst(codes, texts);
}

/** The same column, in whose dictionary nothing but 0 is missing. */
function withMissingFirst(codes: CodedColumn['codes'], texts: readonly string[]): CodedColumn {
  const dictionary = [''];
  const remap = texts.map((text) => (text === '' ? 0 : dictionary.push(text) - 1));
  return { codes: Uint32Array.from(codes, (code) => remap[code]!), dictionary };
}
