import type { PastQuery } from '#contract/api.js';
import type { CollectContext } from '#contract/report-source.js';

/** What definitions say of the events of one request, and the records that it leaves. */
export interface Governed {
  readonly rules: Required<Pick<CollectContext, 'govern' | 'record'>>;
  /** Keeps the records of events that are to be shown. */
  keep(): Promise<void>;
}

/** A question that was answered. */
export interface AnsweredQuery {
  readonly app: string;
  /** Name of who asked. */
  readonly caller: string;
  readonly report: PastQuery['report'];
  readonly query: object;
  /** Told where it could not be remembered; the answer has gone out by then. */
  readonly failed: (error: unknown) => void;
}

/** What the rest of a back end asks of its definitions. */
export interface DefinitionsInForce {
  /** The rules for events that come in now; nothing where the app has no definition. */
  govern(app: string): Promise<Governed | undefined>;
  /** Remembers a question for the history of who asked it, after the answer and without making it wait. */
  remember(query: AnsweredQuery): void;
}
