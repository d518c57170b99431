import type {
  App,
  Catalog,
  CollectOutcome,
  DaysQuery,
  DaysReport,
  RawEvent,
  ReportName,
  ReportShapes,
  ValuesQuery,
  ValuesReport,
} from './api.js';

/** What a question is about: all apps together, or one app. The same spelling as in a batch and in `meta.scope`. */
export type Scope = 'superapp' | `apps/${string}`;

/** What time it is. A file's clock depends on the report zone: it stands at the midnight after the last event. */
export interface Clock {
  /** Epoch milliseconds. */
  now(timezone: string): number;
  /** True where the clock is that of a file, which does not move. */
  readonly ofFile?: boolean;
}

/** How a question is asked. */
export interface AskContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /**
   * Of the report `event`: its name may be a role as well, and stands for every event that plays it, as in a step of a
   * funnel. A source that cannot heed it counts the events of that very name.
   */
  readonly orRole?: boolean;
}

/**
 * What becomes of a collected event: it reports, it is dropped, it is shown as a test record and nowhere counted, or it
 * reports and is shown.
 */
export type Verdict = 'report' | 'drop' | 'record' | 'report_and_record';

/** How events are collected. A source that cannot heed the verdicts lets every event report. */
export interface CollectContext extends AskContext {
  /** What the definition of a raw event name says of its events; absent where the app has no definition. */
  readonly govern?: (eventName: string) => Verdict;
  /** Takes each event that is to be shown, as it was read. */
  readonly record?: (event: RawEvent) => void;
}

/** Computes one report. */
export type Ask<Name extends ReportName> = (
  scope: Scope,
  query: ReportShapes[Name]['query'],
  context?: AskContext,
) => Promise<ReportShapes[Name]['report']>;

/**
 * Whatever computes reports: the engine, a warehouse, a test's stand-in. Questions arrive well-formed, as the handler
 * has validated them against {@link ReportSource.catalog}; what is left out takes the default of the contract.
 * A report that a source lacks is answered 422 `not_available`.
 *
 * Throws {@link ReportError} where a well-formed question has no answer (mixed currencies, say).
 */
export interface ReportSource {
  readonly clock: Clock;
  catalog(): Promise<Catalog>;
  /** Apps of the registry, or those that accepted events have named. */
  apps(): Promise<readonly App[]>;
  readonly summary: Ask<'summary'>;
  readonly trend: Ask<'trend'>;
  readonly breakdown: Ask<'breakdown'>;
  readonly distribution?: Ask<'distribution'>;
  readonly retention?: Ask<'retention'>;
  readonly funnel?: Ask<'funnel'>;
  readonly funnel_next?: Ask<'funnel_next'>;
  readonly event?: Ask<'event'>;
  values(scope: Scope, query: ValuesQuery, context?: AskContext): Promise<ValuesReport>;
  days(scope: Scope, query: DaysQuery, context?: AskContext): Promise<DaysReport>;
  /** Takes raw events of one app, NDJSON or a JSON array, as bytes. Absent where events come another way. */
  collect?(app: string, body: ReadableStream<Uint8Array>, context?: CollectContext): Promise<CollectOutcome>;
}

/** The app that a scope names, or `null` for the superapp. */
export function appOfScope(scope: Scope): string | null {
  return scope === 'superapp' ? null : scope.slice('apps/'.length);
}
