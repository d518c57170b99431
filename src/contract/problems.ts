import type { CollectedBefore, Fault } from './api.js';

/**
 * Every problem that the contract knows: its status and its title. `code` in a problem is a key of this table.
 */
export const problems = {
  malformed: { status: 400, title: 'The request is malformed' },
  unauthorized: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'A permission lacks' },
  not_found: { status: 404, title: 'Not found' },
  app_not_found: { status: 404, title: 'No such app' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  name_taken: { status: 409, title: 'The name is taken' },
  wrong_state: { status: 409, title: 'Its state does not allow this' },
  changed_meanwhile: { status: 412, title: 'Someone else saved meanwhile' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_media: { status: 415, title: 'A body of this type is not read here' },
  not_answerable: { status: 422, title: 'The question cannot be answered' },
  range_too_long: { status: 422, title: 'The range is too long' },
  unknown_metric: { status: 422, title: 'Unknown metric' },
  unknown_dimension: { status: 422, title: 'Unknown dimension' },
  unknown_profile: { status: 422, title: 'Unknown profile' },
  mixed_currencies: { status: 422, title: 'Several currencies do not add up' },
  not_available: { status: 422, title: 'Not available from this back end' },
  if_match_required: { status: 428, title: 'If-Match is required' },
  rate_limited: { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'The back end failed' },
  unavailable: { status: 503, title: 'The back end is unavailable' },
  store_full: { status: 507, title: 'The store is full' },
} as const satisfies Record<string, { status: number; title: string }>;

/** Code of a problem, for programs. */
export type ProblemCode = keyof typeof problems;

/** What a report source throws where a well-formed question has no answer; the handler answers it as a problem. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  /** Of collecting that broke off: what had been taken before. */
  readonly collected: CollectedBefore | undefined;
  /** Where asking again may help: in how many seconds, which the header `Retry-After` says. */
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param code which problem; its status comes from {@link problems}.
   * @param detail what failed, the value, what is allowed, the next step.
   * @param faults the parameters at fault, where it is theirs.
   */
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly faults: readonly Fault[] = [],
    options: ErrorOptions & { readonly collected?: CollectedBefore; readonly retryAfterSeconds?: number } = {},
  ) {
    super(detail, options);
    this.collected = options.collected;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
