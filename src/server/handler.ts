import { type ReportSource } from '#contract/report-source.js';
import { preflight, withCors, type CorsOptions } from './cors.js';
import { callerOf, type Permissions } from './grant.js';
import { type AppRegistry, type Host } from './host.js';
import { problem, problemResponse } from './problem.js';
import { findRoute } from './find-route.js';
import { type Route } from './routes.js';
import { toProblem } from './to-problem.js';

/** What a handler answers from, and for whom. */
export interface HandlerOptions {
  /** Whatever computes reports: the engine, a warehouse. */
  readonly reports: ReportSource;
  /** The host's registry of apps; default the apps that the source knows. */
  readonly apps?: AppRegistry;
  /** Finds out who asks; default everybody may do everything. */
  readonly permissions?: Permissions;
  /** Which pages of other origins may ask; default none. */
  readonly cors?: CorsOptions;
  /** Told of failures of the back end itself, which the caller only sees as 500. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** The whole metrics API as one function from request to response: in a page, a worker, a service worker, Node. */
export interface Handler {
  /** Rejects, as any `fetch` does, when the request is aborted. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * Makes the back end of the contract out of a report source.
 *
 * @example const { fetch } = createHandler({ reports: createEngine() })
 */
export function createHandler(options: HandlerOptions): Handler {
  const host: Host = { reports: options.reports, registry: options.apps, onError: options.onError };
  return {
    fetch: async (request) => {
      request.signal.throwIfAborted();
      const response = await untilAborted(respond(request, host, options), request.signal);
      return withCors(response, request, options.cors);
    },
  };
}

async function respond(request: Request, host: Host, { permissions, cors }: HandlerOptions): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = findRoute(pathname);
  if (!found) {
    const detail = `There is nothing at ${pathname}. The paths are those of /v1.`;
    return problemResponse(problem('not_found', { detail }));
  }
  const { answers, app } = found;
  const isHead = request.method === 'HEAD';
  if (request.method === 'OPTIONS') return preflight(request, allowedMethods(answers), cors);
  const answer = answers[(isHead ? 'GET' : request.method) as keyof typeof answers];
  if (!answer) return methodNotAllowed(request.method, pathname, allowedMethods(answers));
  let response: Response;
  try {
    response = await answer({ request, host, caller: await callerOf(request, permissions), app });
  } catch (error) {
    response = refusal(error, host, request);
  }
  return isHead ? new Response(null, response) : response;
}

function allowedMethods(answers: Route['answers']): string {
  const methods = Object.keys(answers).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...methods, 'OPTIONS'].join(', ');
}

function methodNotAllowed(method: string, pathname: string, allow: string): Response {
  const detail = `${method} is not allowed at ${pathname}. Allowed: ${allow}.`;
  return problemResponse(problem('method_not_allowed', { detail }), { Allow: allow });
}

function refusal(error: unknown, host: Host, request: Request): Response {
  const body = toProblem(error, host, request);
  return problemResponse(body, body.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {});
}

/** A report may take its time to notice the signal; the caller has gone already. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
