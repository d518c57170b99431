import { numberFields, textFields, type CodedColumn, type ColumnBatch } from './column-batch.js';
import type { Dictionary, DictionaryValue } from './dictionary.js';

/** What a store would need to take a batch, at most; texts that it knows already take nothing more. */
export function bytesOfBatch(
  batch: ColumnBatch,
  people: Dictionary,
  dictionaryOf: (column: string) => Dictionary<DictionaryValue>,
): number {
  let perEvent = BYTES_OF_PLACE;
  let texts = 0;
  const addCoded = (column: CodedColumn | undefined, dictionary: Dictionary<DictionaryValue>) => {
    if (!column) return;
    perEvent += widthOf(dictionary.size + column.dictionary.length);
    texts += dictionary.bytesToTake(column.dictionary);
  };
  addCoded(batch.userId, people);
  addCoded(batch.guid, people);
  addCoded(batch.event, dictionaryOf('event'));
  addCoded(batch.pagePath, dictionaryOf('page_path'));
  addCoded(batch.source, dictionaryOf('source'));
  addCoded(batch.qrCode, dictionaryOf('qr_code'));
  addCoded(batch.currency, dictionaryOf('currency'));
  for (const field of textFields) addCoded(batch.fields?.[field], dictionaryOf(field));
  const numbers = [batch.scene, batch.durationMs, batch.amount, ...numberFields.map((field) => batch.fields?.[field])];
  perEvent += 8 * numbers.filter((column) => column !== undefined).length;
  for (const [name, { strings, numbers: values, booleans }] of Object.entries(batch.properties ?? {})) {
    addCoded(strings, dictionaryOf(`properties.${name}`));
    perEvent += (values ? 8 : 0) + (booleans ? 1 : 0);
  }
  return batch.length * perEvent + texts;
}

/** Its time, and its place in the order of arrival. */
const BYTES_OF_PLACE = 12;

function widthOf(size: number): number {
  return size <= 0x100 ? 1 : size <= 0x10000 ? 2 : 4;
}
