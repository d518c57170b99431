/**
 * The reference engine: raw events in, every report of the contract out, exactly. It needs no DOM, no network and no
 * clock of its own.
 */
export { createEngine, type Engine, type EngineOptions, type EngineSize } from './engine.js';
export { MemoryLimitError } from './store/memory-limit.js';
export {
  ColumnsError,
  eventFormats,
  IngestRefusal,
  MappingError,
  parseMapping,
  type EventColumns,
  type EventFormat,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type IngestProgress,
  type Mapping,
  type MappingFault,
  type Rejection,
  type Taken,
} from './ingest/index.js';
