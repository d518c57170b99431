import type { Problem } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { DefinitionError } from './definitions/definition-error.js';
import { PermissionError } from './grant.js';
import type { Host } from './host.js';
import { problem, problemOf } from './problem.js';

/** The problem that a thrown value is answered with. What is not a {@link ReportError} is the back end's own fault. */
export function toProblem(error: unknown, { onError }: Host, request: Request): Problem {
  if (error instanceof PermissionError) return { ...problemOf(error), permission: error.permission };
  if (error instanceof DefinitionError && error.current) return { ...problemOf(error), current: error.current.body };
  if (error instanceof ReportError) return problemOf(error);
  if (!request.signal.aborted) onError?.(error, request);
  return problem('failed', { detail: 'The back end failed. The request can be repeated.' });
}
