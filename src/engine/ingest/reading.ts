/** How events are read, for whatever else than the engine keeps them: the same doors, rules and reasons. */
export { ingestEvents } from './ingest-events.js';
export { GovernedSink } from './governed-sink.js';
export type { BatchSink } from './visit-gate.js';
export type { EventInput } from './input.js';
export type { IngestOptions, IngestOutcome } from './ingest-options.js';
export { IngestRefusal } from './ingest-refusal.js';
export type { Mapping } from './mapping.js';
export { roleTable } from './roles.js';
export type { CodedColumn, ColumnBatch, NumberColumn, PropertyColumn } from '../store/column-batch.js';
export type { AppendOutcome } from '../store/store.js';
