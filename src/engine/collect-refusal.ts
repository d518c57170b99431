import type { CollectedBefore } from '#contract/api.js';
import { ReportError, type ProblemCode } from '#contract/problems.js';
import { IngestRefusal } from './ingest/index.js';
import { MemoryLimitError } from './store/memory-limit.js';

/**
 * What collecting over the contract is answered with: a body that cannot be read is the sender's fault, a full store a
 * state of this back end; both say what had been collected before. Anything else stays as it is.
 */
export function collectRefusal(error: unknown, collected: CollectedBefore | undefined): unknown {
  const refused = (code: ProblemCode, { message }: Error, faults: ReportError['faults'] = []) => {
    const before = collected && collected.last_row > 0 ? ` ${toSendAgain(collected)}` : '';
    return new ReportError(code, message + before, faults, { cause: error, ...(collected && { collected }) });
  };
  if (error instanceof IngestRefusal) return refused('malformed', error);
  if (error instanceof MemoryLimitError) return refused('store_full', error);
  if (error instanceof ReportError) return refused(error.code, error, error.faults);
  return error;
}

function toSendAgain({ accepted, last_row: row }: CollectedBefore): string {
  return `Of this body ${accepted} events were taken before, up to row ${row}: send again only what follows it.`;
}
