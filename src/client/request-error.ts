import type { Problem } from '#contract/api.js';

/**
 * What kind of failure it was; a widget shows a state of its own for most of them.
 * `problem` is an answer in problem+json that none of the narrower kinds fits, `http` an error without one.
 */
export type RequestErrorKind =
  | 'network'
  | 'offline'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'problem'
  | 'contract'
  | 'forbidden'
  | 'unauthorized'
  | 'not_available'
  | 'rate_limited';

/** What is known about a failure beside its kind. */
export interface RequestErrorDetails {
  status?: number | undefined;
  problem?: Problem | undefined;
  retryAt?: number | undefined;
  requestId?: string | undefined;
  etag?: string | undefined;
  cause?: unknown;
}

/** The one error that a client rejects with. Tell kinds apart by `kind`, which also holds across two copies of the library. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly kind: RequestErrorKind;
  /** HTTP status; absent where no answer came. */
  readonly status: number | undefined;
  /** The problem the back end answered with. */
  readonly problem: Problem | undefined;
  /** Epoch milliseconds from which asking again makes sense, where the back end said so. */
  readonly retryAt: number | undefined;
  /** Names the request in the logs of the back end; worth showing, so that it can be quoted to support. */
  readonly requestId: string | undefined;
  /** Of a 412: the ETag of the version that `problem.current` is. */
  readonly etag: string | undefined;

  constructor(kind: RequestErrorKind, message: string, details: RequestErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.problem = details.problem;
    this.retryAt = details.retryAt;
    this.requestId = details.requestId;
    this.etag = details.etag;
  }
}

/** An answer that breaks the contract: where in the JSON, what should stand there, what does. */
export class ContractError extends RequestError {
  override name = 'ContractError';
  /** Place in the JSON, such as `rows[3].values.exit_rate`; empty for the answer as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;

  constructor(what: string, fault: { path: string; expected: string; got: string }) {
    super('contract', `${what}: ${fault.path || 'the answer'} must be ${fault.expected}, got ${fault.got}`);
    this.path = fault.path;
    this.expected = fault.expected;
    this.got = fault.got;
  }
}

/** What a caller gets who no longer waits. Silence, not failure. */
export const aborted = (cause?: unknown): RequestError => new RequestError('aborted', 'No longer wanted', { cause });
