import { setTimeout as wait } from 'node:timers/promises';
import { problem, problemResponse } from '../../problem.js';
import type { Route } from '../../route.js';
import { listen, type Listening } from '../listen.js';
import type { ServeArguments } from '../serve-arguments.js';
import { openAccessLog } from './access-log.js';
import { Gateway } from './gateway.js';
import { answerOperation, isOperationPath } from './health.js';
import { createMetrics, type Metrics } from './metrics.js';

/** A server that has its ports, and answers the contract once its gateway is opened. */
export interface BoundServer extends Listening {
  readonly gateway: Gateway;
  readonly metrics: Metrics;
}

/**
 * Takes the ports and begins to answer health, before there is anything to answer the contract from: whoever watches the
 * server sees that it lives and is not ready, and a port that is taken is told before a large file is read.
 */
export async function bindServer(
  args: ServeArguments,
  routes: readonly Route[],
  warn: (text: string) => void,
): Promise<BoundServer> {
  const log = await openAccessLog(args.accessLog, warn);
  const metrics = createMetrics();
  const gateway = new Gateway({
    ...{ routes, metrics, log, cors: { origins: args.corsOrigins } },
    requestTimeoutMs: args.requestTimeoutMs,
    trustProxy: args.trustProxy,
    showsMetrics: args.metricsPort === undefined,
  });
  const api = await listenOrSay(gateway, args.port, args.host, 'port');
  let watch: Listening | undefined;
  try {
    watch =
      args.metricsPort === undefined ? undefined : await bindMetrics(gateway, metrics, args.metricsPort, args.host);
  } catch (error) {
    await api.close();
    throw error;
  }
  if (watch) warn(`Health and metrics on ${watch.address}/healthz and /metrics`);
  const close = async (graceMs = args.stopTimeoutMs): Promise<void> => {
    const wasReady = gateway.health === 'ready';
    gateway.health = 'stopping';
    // Whoever sends requests here has that long to see that it is not ready.
    if (wasReady) await wait(args.stopDelayMs);
    await api.close(graceMs);
    await watch?.close();
    await log.close();
  };
  return { gateway, metrics, address: api.address, close };
}

function bindMetrics(gateway: Gateway, metrics: Metrics, port: number, host: string): Promise<Listening> {
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (isOperationPath(pathname)) return answerOperation(pathname, request.method, gateway.health, metrics);
    const detail = `There is nothing at ${pathname}. Here are /healthz and /metrics.`;
    return problemResponse(problem('not_found', { detail }));
  };
  return listenOrSay({ fetch }, port, host, 'metrics-port');
}

async function listenOrSay(
  handler: Parameters<typeof listen>[0],
  port: number,
  host: string,
  option: string,
): Promise<Listening> {
  try {
    return await listen(handler, port, host);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`--host: “${host}” is no address of this machine. Use one, such as 127.0.0.1.`, { cause });
    const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${message})`;
    throw new Error(`Port ${port} ${reason}. Choose another with --${option}, or 0 for any free one.`, { cause });
  }
}
