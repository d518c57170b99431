import type { BatchBuilder } from './batch-builder.js';
import type { RowReader, RowSink, Splitter } from './row-source.js';
import type { SlotTable } from './slot-table.js';

/** How a file of one format is read: what cuts it into rows, and what turns a row into cells. */
export interface Way {
  readonly splitter: Splitter;
  readonly reader: RowReader;
}

/** What every way leads from and to. */
export interface Ends {
  readonly sink: RowSink;
  readonly builder: BatchBuilder;
  readonly slots: SlotTable;
  readonly majorAmounts: boolean;
  readonly maxRowBytes: number;
}
