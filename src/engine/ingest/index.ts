/** Getting events in: files and streams, columns, and the mapping of another log's names. */
export { ingestColumns, type ColumnsOptions } from './ingest-columns.js';
export { type IngestOptions, type IngestOutcome, type IngestProgress } from './ingest-options.js';
export { type EventInput } from './input.js';
export { eventFormats, type EventFormat } from './format.js';
export { IngestRefusal, type RefusalCode } from './ingest-refusal.js';
export { type Rejection } from './rejections.js';
export { type Taken } from './taken.js';
export {
  ColumnsError,
  type BooleanColumn,
  type EventColumns,
  type NumericColumn,
  type PropertyValues,
  type TextColumn,
  type TimeColumn,
} from './event-columns.js';
export { MappingError, parseMapping, type FieldTarget, type Mapping, type MappingFault } from './mapping.js';
export { roleTable } from './roles.js';
