import type { BatchBuilder } from './batch-builder.js';
import { decodeUtf8 } from './byte-dictionary.js';
import { CsvReader } from './csv-reader.js';
import { delimiters } from './csv-splitter.js';
import { IngestRefusal } from './ingest-refusal.js';
import { refuseLacking } from './lacking-columns.js';
import { RecordRow } from './record-row.js';
import type { RowReader } from './row-source.js';
import type { SlotTable } from './slot-table.js';

/** What a header settles for the rows after it. */
interface Body {
  readonly delimiter: number;
  readonly names: readonly string[];
  readonly fast: CsvReader;
}

/**
 * Rows of a CSV file, the first of which names the columns. The delimiter is a comma, or where the header has none a
 * semicolon or tab. A file whose columns cannot make an event is refused at its header, before every row is rejected.
 */
export class CsvRows implements RowReader {
  readonly #exact: RecordRow;
  #body: Body | null = null;

  constructor(
    private readonly builder: BatchBuilder,
    private readonly slots: SlotTable,
    private readonly majorAmounts: boolean,
    private readonly onDelimiter: (delimiter: number) => void,
  ) {
    this.#exact = new RecordRow(builder, slots, { fromText: true, majorAmounts });
  }

  read(bytes: Uint8Array, start: number, end: number): string | null {
    if (this.#body === null) return this.#readHeader(bytes, start, end);
    if (this.#body.fast.read(bytes, start, end)) return null;
    this.builder.giveUp();
    return this.readExactly(bytes, start, end);
  }

  /** The way of unusual rows, which gives every row the same outcome as {@link read}. */
  readExactly(bytes: Uint8Array, start: number, end: number): string | null {
    if (this.#body === null) return this.#readHeader(bytes, start, end);
    const { delimiter, names } = this.#body;
    const text = decodeUtf8(bytes, start, end);
    if (text === null) return 'The row is not UTF-8.';
    const values = fieldsOf(text, String.fromCharCode(delimiter));
    if (values.length !== names.length) return `The row has ${values.length} fields; the header has ${names.length}.`;
    return this.#exact.write(names.map((name, column) => [name, values[column]] as const));
  }

  #readHeader(bytes: Uint8Array, start: number, end: number): null {
    const text = decodeUtf8(bytes, start, end);
    if (text === null) throw new IngestRefusal('unreadable', 'The header of the file is not UTF-8.');
    const delimiter = delimiters.find((byte) => hasOutsideQuotes(text, String.fromCharCode(byte))) ?? delimiters[0]!;
    const names = fieldsOf(text, String.fromCharCode(delimiter)).map((name) => name.trim());
    const slots = names.map((name) => this.slots.top(name));
    refuseLacking(
      names,
      slots.map(({ field }) => field),
    );
    this.#body = { delimiter, names, fast: new CsvReader(this.builder, { delimiter, slots }, this.majorAmounts) };
    this.onDelimiter(delimiter);
    return null;
  }
}

/** The fields of a record whose quotes are right, unquoted. */
function fieldsOf(record: string, delimiter: string): string[] {
  const fields: string[] = [];
  for (let at = 0; ; at++) {
    const isQuoted = record[at] === '"';
    let end = isQuoted ? at + 1 : at;
    if (isQuoted) {
      while (end < record.length && (record[end] !== '"' || record[end + 1] === '"'))
        end += record[end] === '"' ? 2 : 1;
      fields.push(record.slice(at + 1, end).replaceAll('""', '"'));
      end++;
    } else {
      const next = record.indexOf(delimiter, at);
      end = next < 0 ? record.length : next;
      fields.push(record.slice(at, end));
    }
    if (end >= record.length) return fields;
    at = end;
  }
}

function hasOutsideQuotes(record: string, character: string): boolean {
  return record.replaceAll(/"[^"]*"/g, '').includes(character);
}
