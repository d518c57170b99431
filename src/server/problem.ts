import type { Problem } from '#contract/api.js';
import { problems, ReportError, type ProblemCode } from '#contract/problems.js';
import { uuid } from './uuid.js';

/** What a problem can say beside its code. */
export type ProblemExtras = Partial<Pick<Problem, 'detail' | 'errors' | 'permission' | 'current' | 'collected'>>;

/** A problem of the contract, as RFC 9457 writes it; `instance` names this one occurrence. */
export function problem(code: ProblemCode, extras: ProblemExtras = {}): Problem {
  const { status, title } = problems[code];
  return {
    type: `urn:miniapp-analytics:problem:${code}`,
    title,
    status,
    instance: `urn:uuid:${uuid()}`,
    code,
    ...extras,
  };
}

/** The problem that a thrown {@link ReportError} stands for. */
export function problemOf(error: ReportError): Problem {
  const errors = error.faults.length > 0 ? { errors: [...error.faults] } : {};
  const collected = error.collected && { collected: error.collected };
  return problem(error.code, { detail: error.message, ...errors, ...collected });
}

/** The header that says when to ask again, where the error knows. */
export function retryAfter(error: unknown): Record<string, string> {
  const seconds = error instanceof ReportError ? error.retryAfterSeconds : undefined;
  return seconds === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };
}

/** A problem as a response. Problems are never stored: the next request may succeed. */
export function problemResponse(body: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      Vary: 'Authorization, Origin',
      ...headers,
    },
  });
}
