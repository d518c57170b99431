import { CsvRows } from './csv-rows.js';
import { CsvSplitter } from './csv-splitter.js';
import type { Ends, Way } from './way.js';

/** The way of CSV, loaded by those who read it. */
export function csvWay({ sink, builder, slots, majorAmounts, maxRowBytes }: Ends): Way {
  const splitter = new CsvSplitter(sink, maxRowBytes);
  const settle = (delimiter: number) => void (splitter.delimiter = delimiter);
  return { splitter, reader: new CsvRows(builder, slots, majorAmounts, settle) };
}
