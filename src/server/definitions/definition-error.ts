import type { Fault } from '#contract/api.js';
import { type ProblemCode, ReportError } from '#contract/problems.js';

/** A write that is refused; the handler answers it as a problem. */
export class DefinitionError extends ReportError {
  /** @param current of a 412: the current version, which the caller has not seen. */
  constructor(
    code: ProblemCode,
    detail: string,
    faults: readonly Fault[] = [],
    readonly current?: { readonly body: Record<string, unknown>; readonly version: number },
  ) {
    super(code, detail, faults);
  }
}
