import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is known of a request while it is answered, for its log line and its metrics. */
export interface RequestRecord {
  /** The client's own `X-Request-Id`, else one made here. */
  readonly id: string;
  readonly method: string;
  /** The pattern of its path, such as `/v1/apps/:app/reports/trend`; never the path itself. */
  readonly route: string;
  /** Where it comes from. */
  readonly address: string;
  readonly arrived: Date;
  /** On the clock of `performance.now()`. */
  readonly startedMs: number;
  /** Who asks, once that is known. */
  subject: string | null;
  /** Gives back what the request holds, such as its place among those that collect. */
  release: () => void;
}

/** The route of paths that are not there, so that nobody can make up names for metrics. */
export const noRoute = 'none';

/**
 * Notes a request that has arrived.
 *
 * @param trustProxy whether a proxy in front says in `X-Forwarded-For` who asks; it adds to the end of what it was given.
 */
export function recordOf(incoming: IncomingMessage, route: string, trustProxy: boolean): RequestRecord {
  const { method = 'GET', headers, socket } = incoming;
  const given = headers['x-request-id'];
  const forwarded = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return {
    id: typeof given === 'string' && /^[\w.:/+=-]{1,128}$/.test(given) ? given : randomUUID(),
    method,
    route,
    address: forwarded || (socket.remoteAddress ?? ''),
    arrived: new Date(),
    startedMs: performance.now(),
    subject: null,
    release: () => undefined,
  };
}

/** How a request ended. */
export interface RequestEnd {
  /** `null` where the client went away before the answer was sent whole. */
  readonly status: number | null;
  readonly seconds: number;
  /** What was sent, with headers. */
  readonly bytes: number;
}
