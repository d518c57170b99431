import type { GivenOptions } from '../given-options.js';

/** How the server is run: its bounds, and how it is watched. */
export interface OperationArguments {
  /** Requests a minute for each who asks; default no limit. */
  readonly rateLimit: number | undefined;
  /** How many bodies of events are read at once. */
  readonly collects: number;
  readonly requestTimeoutMs: number;
  /** How long running requests may take once the server is told to stop. */
  readonly stopTimeoutMs: number;
  /** How long it answers on, not ready, before it takes no more requests. */
  readonly stopDelayMs: number;
  /** A port of its own for health and metrics; default the port of the API. */
  readonly metricsPort: number | undefined;
  /** File of the access log, `-` for stdout; default none. */
  readonly accessLog: string | undefined;
  readonly trustProxy: boolean;
}

/** Reads the options of operation. */
export function readOperationArguments(options: GivenOptions): OperationArguments {
  return {
    rateLimit: options.above0('rate-limit', 'requests a minute'),
    collects: options.above0('collects', 'bodies at once') ?? 8,
    requestTimeoutMs: options.above0('request-timeout', 'seconds', 1000) ?? 30_000,
    stopTimeoutMs: options.above0('stop-timeout', 'seconds', 1000) ?? 10_000,
    stopDelayMs: options.above0('stop-delay', 'seconds', 1000) ?? 0,
    metricsPort: options.port('metrics-port'),
    accessLog: options.text('access-log'),
    trustProxy: options.has('trust-proxy'),
  };
}
