import type { Permission } from '#contract/api.js';
import type { AppModel } from '../population/app-model.js';

/** The back end behind a scenario. */
export type Back = (request: Request) => Promise<Response>;

/** What a scenario may use of the mock back end that runs it. */
export interface Stage {
  /** Settles when the mock lets the answer go; rejects when the signal is aborted before. */
  hold(signal: AbortSignal): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  readonly retryAfterSeconds: number;
}

/** One way in which a back end can be: which people it knows, what the caller may see, how it answers. */
export interface Scenario {
  readonly scale?: number;
  readonly apps?: readonly AppModel[];
  /** Default: all. */
  readonly permissions?: readonly Permission[];
  /** Stands between the request and the back end; default: passes it on. */
  readonly respond?: (request: Request, back: Back, stage: Stage) => Promise<Response>;
}

/** True for requests of reports, one or a batch; the catalogue, the apps and the caller's own page are others. */
export function asksForReports(request: Request): boolean {
  return /\/v1\/(?:.+\/reports\/|reports:batch$)/.test(new URL(request.url).pathname);
}

/** True for reports, event definitions, saved funnels and past queries: what a widget has to wait for. */
export function asksForData(request: Request): boolean {
  return (
    asksForReports(request) ||
    /\/v1\/apps\/[^/]+\/(?:events|funnels|queries)(?:\/|$)/.test(new URL(request.url).pathname)
  );
}
