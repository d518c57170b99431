import type { Problem } from '#contract/api.js';
import { RequestError, type RequestErrorKind } from './request-error.js';
import { retryAfter } from './retry-after.js';

/** Names the failure that an answer with a bad status tells of, from its status and, where it is one, its problem. */
export function errorOfAnswer(status: number, headers: Headers, body: unknown, now: number): RequestError {
  const problem = isProblem(body) ? body : undefined;
  const requestId = headers.get('x-request-id') ?? problem?.instance;
  return new RequestError(kindOf(status, problem), problem?.detail ?? problem?.title ?? `HTTP status ${status}`, {
    status,
    problem,
    retryAt: retryAfter(headers.get('retry-after'), now),
    requestId,
    etag: headers.get('etag') ?? undefined,
  });
}

function kindOf(status: number, problem: Problem | undefined): RequestErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate_limited';
  if (problem?.code === 'not_available') return 'not_available';
  return problem ? 'problem' : 'http';
}

/** Whether it can be read as a problem: gateways answer errors in shapes of their own. */
function isProblem(body: unknown): body is Problem {
  const { title, code } = (body ?? {}) as Partial<Record<keyof Problem, unknown>>;
  return typeof title === 'string' && typeof code === 'string';
}
