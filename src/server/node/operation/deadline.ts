import { setMaxListeners } from 'node:events';
import { ReportError } from '#contract/problems.js';
import { problemOf, problemResponse, retryAfter } from '../../problem.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** When a client may ask again whose question took too long; it may have been the hour. */
const RETRY_SECONDS = 10;

/**
 * Answers a request within a time. After that the signal of the question is aborted, as where the client goes away, and
 * the client gets a 503.
 */
export async function withDeadline(
  request: Request,
  ms: number,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (!METHODS.includes(request.method)) return answer(request);
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new DOMException('It took too long.', 'TimeoutError'));
  }, ms);
  try {
    return await answer(withSignal(request, AbortSignal.any([request.signal, late.signal])));
  } catch (error) {
    if (!late.signal.aborted || request.signal.aborted) throw error;
    return tooLate(ms);
  } finally {
    clearTimeout(timer);
  }
}

function withSignal(request: Request, signal: AbortSignal): Request {
  const { url, method, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : request.body;
  // The types of the DOM do not know `duplex`, which Node asks for with a stream.
  const asked = new Request(url, { method, headers, body, signal, duplex: 'half' } as RequestInit);
  // Each question of a batch waits on it, and Node takes more than ten for a leak.
  setMaxListeners(0, asked.signal);
  return asked;
}

function tooLate(ms: number): Response {
  const detail = `The question took longer than ${ms / 1000} seconds, which is what it may here. Ask for a shorter range or fewer metrics, or again later.`;
  const error = new ReportError('unavailable', detail, [], { retryAfterSeconds: RETRY_SECONDS });
  return problemResponse(problemOf(error), retryAfter(error));
}
