import { ReportError } from '#contract/problems.js';
import { IngestRefusal } from './ingest/index.js';
import { MemoryLimitError } from './store/memory-limit.js';

/**
 * Throws what collecting over the contract is answered with: a body that cannot be read is the sender's fault, a full
 * store a state of this back end; anything else is thrown on.
 */
export function throwCollectRefusal(error: unknown): never {
  if (error instanceof IngestRefusal) throw new ReportError('malformed', error.message, [], { cause: error });
  if (error instanceof MemoryLimitError) throw new ReportError('unavailable', error.message, [], { cause: error });
  throw error;
}
