import { problems, type ProblemCode } from '#contract/problems.js';

/** A problem of the contract as a response. */
export function problemResponse(code: ProblemCode, detail: string, headers: Record<string, string> = {}): Response {
  const { status, title } = problems[code];
  const body = { type: `/problems/${code}`, title, status, code, detail, instance: 'urn:request:mock-7f3a91c2' };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}
