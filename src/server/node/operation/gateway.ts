import type { IncomingMessage, ServerResponse } from 'node:http';
import { ReportError } from '#contract/problems.js';
import { preflight, withCors, type CorsOptions } from '../../cors.js';
import { routeFinder } from '../../find-route.js';
import type { Handler } from '../../handler.js';
import { problemOf, problemResponse, retryAfter } from '../../problem.js';
import type { Route } from '../../route.js';
import type { Connection, ConnectionHandler } from '../listen.js';
import type { AccessLog } from './access-log.js';
import { collectRoute } from './admission.js';
import { withDeadline } from './deadline.js';
import { answerOperation, isOperationPath, type Health } from './health.js';
import type { Metrics } from './metrics.js';
import { noRoute, recordOf, type RequestRecord } from './request-record.js';

/** How requests are watched and bounded. */
export interface GatewayOptions {
  readonly routes: readonly Route[];
  readonly metrics: Metrics;
  readonly log: AccessLog;
  readonly cors: CorsOptions;
  /** How long a question may take. Collecting may take as long as it sends. */
  readonly requestTimeoutMs: number;
  readonly trustProxy: boolean;
  /** Whether `/metrics` is answered here, and not at a port of its own. */
  readonly showsMetrics: boolean;
}

const ALL_METHODS = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';

/** How long a client waits before it asks a server again that reads its file. */
const LOADING_SECONDS = 5;

/**
 * What stands before the handler in Node: it answers health and metrics by itself, and the contract once there is a
 * handler; each request has an id, a log line, metrics and an end.
 */
export class Gateway implements ConnectionHandler {
  /** What it is doing, as `/healthz` tells. */
  health: Health = 'loading';
  #handler: Handler | undefined;
  readonly #options: GatewayOptions;
  readonly #find: ReturnType<typeof routeFinder>;
  readonly #records = new WeakMap<Request, RequestRecord>();

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#find = routeFinder(options.routes);
  }

  /** The record of a request that reached the handler. */
  readonly recordFor = (request: Request): RequestRecord | undefined => this.#records.get(request);

  /** Begins to answer the contract. */
  open(handler: Handler): void {
    this.#handler = handler;
    this.health = 'ready';
  }

  /** Answers a request that came over a connection. */
  readonly fetch = async (request: Request, { incoming, outgoing }: Connection): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const { metrics, showsMetrics, trustProxy } = this.#options;
    const isOperation = isOperationPath(pathname) && (pathname !== '/metrics' || showsMetrics);
    const record = recordOf(incoming, isOperation ? pathname : (this.#find(pathname)?.path ?? noRoute), trustProxy);
    outgoing.setHeader('X-Request-Id', record.id);
    // A client that keeps its connection would go on asking over it.
    if (this.health === 'stopping') outgoing.setHeader('Connection', 'close');
    this.#watch(record, incoming, outgoing);
    if (isOperation) return answerOperation(pathname, request.method, this.health, metrics);
    return this.#answer(request, record);
  };

  async #answer(request: Request, record: RequestRecord): Promise<Response> {
    const { cors, requestTimeoutMs } = this.#options;
    const handler = this.#handler;
    if (!handler) return withCors(stillLoading(request, cors), request, cors);
    const answer = (asked: Request): Promise<Response> => {
      this.#records.set(asked, record);
      return handler.fetch(asked);
    };
    try {
      if (record.route === collectRoute) return await answer(request);
      return withCors(await withDeadline(request, requestTimeoutMs, answer), request, cors);
    } finally {
      record.release();
    }
  }

  /** Writes the log line and the metrics of a request when its connection has nothing more to do for it. */
  #watch(record: RequestRecord, { socket }: IncomingMessage, outgoing: ServerResponse): void {
    const { metrics, log } = this.#options;
    const sentBefore = socket.bytesWritten;
    metrics.begin();
    outgoing.once('close', () => {
      const end = {
        status: outgoing.writableFinished ? outgoing.statusCode : null,
        seconds: (performance.now() - record.startedMs) / 1000,
        bytes: socket.bytesWritten - sentBefore,
      };
      metrics.end(record, end);
      log.write(record, end);
    });
  }
}

function stillLoading(request: Request, cors: CorsOptions): Response {
  if (request.method === 'OPTIONS') return preflight(request, ALL_METHODS, cors);
  const detail = 'The events are still being read. Ask again in some seconds; GET /healthz says when all is there.';
  const error = new ReportError('unavailable', detail, [], { retryAfterSeconds: LOADING_SECONDS });
  return problemResponse(problemOf(error), retryAfter(error));
}
