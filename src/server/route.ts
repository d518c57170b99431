import type { Exchange } from './host.js';

/** Makes the answer to a request. Throws a `ReportError` where there is none. */
export type Answer = (exchange: Exchange) => Response | Promise<Response>;

/** One path and what it answers by method. */
export interface Route {
  /** As Hono writes it. */
  readonly path: string;
  readonly answers: {
    readonly GET?: Answer;
    readonly POST?: Answer;
    readonly PUT?: Answer;
    readonly DELETE?: Answer;
  };
}
