import { numberFields, textFields, type CodedColumn, type ColumnBatch, type PropertyColumn } from './column-batch.js';
import type { Dictionary, DictionaryValue } from './dictionary.js';
import type { CodeSource, NumberSource, RowSource } from './pending-rows.js';

type DictionaryOf = (column: string) => Dictionary<DictionaryValue>;

/** A batch in the codes of the store: what it names anew enters the dictionaries. */
export function readBatch(batch: ColumnBatch, dictionaryOf: DictionaryOf, people: Dictionary): RowSource {
  const { userId } = batch;
  const codes: CodeSource[] = [];
  const numbers: NumberSource[] = [];
  const addCodes = (name: string, column: CodedColumn | undefined) => {
    if (column) codes.push(toSource(name, column, dictionaryOf(name)));
  };
  const addNumbersAsCodes = (name: string, column: { readonly numbers: Float64Array } | undefined) => {
    if (column) codes.push(codesOfNumbers(name, column.numbers, batch.length, dictionaryOf(name)));
  };
  addCodes('event', batch.event);
  addCodes('page_path', batch.pagePath);
  addCodes('source', batch.source);
  addCodes('qr_code', batch.qrCode);
  addCodes('currency', batch.currency);
  for (const field of textFields) addCodes(field, batch.fields?.[field]);
  addNumbersAsCodes('scene', batch.scene);
  for (const field of numberFields) addNumbersAsCodes(field, batch.fields?.[field]);
  if (batch.durationMs) numbers.push({ name: 'duration_ms', numbers: batch.durationMs.numbers });
  if (batch.amount) numbers.push({ name: 'amount', numbers: batch.amount.numbers });
  for (const [name, column] of Object.entries(batch.properties ?? {})) {
    readProperty(`properties.${name}`, column, batch.length, dictionaryOf, codes, numbers);
  }
  return {
    ts: batch.ts,
    length: batch.length,
    users: toSource('user_id', userId, people),
    codes,
    numbers,
  };
}

function toSource<Value extends DictionaryValue>(
  name: string,
  { codes, dictionary: values }: CodedColumn,
  dictionary: Dictionary<Value | string>,
): CodeSource {
  const remap = dictionary.remap(values);
  return { name, codes, remap: remap.isIdentity ? null : remap.codes, size: dictionary.size };
}

function readProperty(
  name: string,
  { strings, numbers: values, booleans }: PropertyColumn,
  length: number,
  dictionaryOf: DictionaryOf,
  codes: CodeSource[],
  numbers: NumberSource[],
): void {
  const dictionary = dictionaryOf(name);
  if (values) numbers.push({ name, numbers: values.numbers });
  if (strings && !booleans) codes.push(toSource(name, strings, dictionary));
  if (!booleans) return;
  // Text and truth values share one column, as no event carries both.
  const remap = strings ? dictionary.remap(strings.dictionary).codes : [];
  const truth = [0, dictionary.add(false), dictionary.add(true)];
  const merged = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    merged[row] = truth[booleans[row]!]! || (strings ? remap[strings.codes[row]!]! : 0);
  }
  codes.push({ name, codes: merged, remap: null, size: dictionary.size });
}

/** Numbers that are few (scenes, screen widths) are kept as codes of a dictionary. */
function codesOfNumbers(
  name: string,
  numbers: Float64Array,
  length: number,
  dictionary: Dictionary<DictionaryValue>,
): CodeSource {
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const value = numbers[row]!;
    if (!Number.isNaN(value)) codes[row] = dictionary.add(value);
  }
  return { name, codes, remap: null, size: dictionary.size };
}
