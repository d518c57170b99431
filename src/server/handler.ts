import type { CollectOutcome } from '#contract/api.js';
import type { ReportSource } from '#contract/report-source.js';
import { preflight, withCors, type CorsOptions } from './cors.js';
import { callerOf, TokenError, type Permissions } from './grant.js';
import { DefinitionError } from './definitions/definition-error.js';
import type { DefinitionsInForce } from './definitions/in-force.js';
import { etagOf } from './definitions/versions.js';
import type { AppRegistry, Host } from './host.js';
import { problem, problemResponse, retryAfter } from './problem.js';
import { definitionsNotKept } from './answers/not-defined.js';
import { routeFinder } from './find-route.js';
import type { Route } from './route.js';
import { routes } from './routes.js';
import { toProblem } from './to-problem.js';

/** What a handler answers from, and for whom. */
export interface HandlerOptions {
  /** Whatever computes reports: the engine, a warehouse. */
  readonly reports: ReportSource;
  /** The host's registry of apps; default the apps that the source knows. */
  readonly apps?: AppRegistry;
  /** Event definitions, saved funnels and past queries: `createDefinitions({ store })`; default none are kept. */
  readonly definitions?: Definitions;
  /** Finds out who asks; default everybody may do everything. */
  readonly permissions?: Permissions;
  /** Which pages of other origins may ask; default none. */
  readonly cors?: CorsOptions;
  /** Told of failures of the back end itself, which the caller only sees as 500. */
  readonly onError?: (error: unknown, request: Request) => void;
  /** Told what became of events that were sent, also where collecting broke off after some of them. */
  readonly onCollected?: (outcome: CollectOutcome, app: string) => void;
}

/** The part of a back end that keeps definitions: its routes, and what they say of events and questions. */
export interface Definitions extends DefinitionsInForce {
  readonly routes: readonly Route[];
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
  const { reports, apps: registry, definitions, onError, onCollected } = options;
  const host: Host = { reports, registry, definitions, onError, onCollected };
  const find = routeFinder([...routes, ...(definitions?.routes ?? definitionsNotKept)]);
  return {
    fetch: async (request) => {
      request.signal.throwIfAborted();
      const response = await untilAborted(respond(request, find, host, options), request.signal);
      return withCors(response, request, options.cors);
    },
  };
}

async function respond(
  request: Request,
  find: ReturnType<typeof routeFinder>,
  host: Host,
  { permissions, cors }: HandlerOptions,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = find(pathname);
  if (!found) {
    const detail = `There is nothing at ${pathname}. The paths are those of /v1.`;
    return problemResponse(problem('not_found', { detail }));
  }
  const { answers, app, id } = found;
  const isHead = request.method === 'HEAD';
  if (request.method === 'OPTIONS') return preflight(request, allowedMethods(answers), cors);
  const answer = answers[(isHead ? 'GET' : request.method) as keyof typeof answers];
  if (!answer) return methodNotAllowed(request.method, pathname, allowedMethods(answers));
  let response: Response;
  try {
    response = await answer({ request, host, caller: await callerOf(request, permissions), app, id });
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
  const current = error instanceof DefinitionError ? error.current : undefined;
  return problemResponse(body, {
    ...(body.status === 401 && { 'WWW-Authenticate': error instanceof TokenError ? error.challenge : 'Bearer' }),
    ...(current && { ETag: etagOf(current.version) }),
    ...retryAfter(error),
  });
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
