import type {
  App,
  Catalog,
  CollectOutcome,
  DaysQuery,
  DaysReport,
  Me,
  RawEvent,
  ReportName,
  ReportShapes,
  ValuesQuery,
  ValuesReport,
} from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type CachePolicy, defaultCache } from './answer-cache.js';
import { door, type Doored } from './door.js';
import { getQuestion, reportQuestion, scopePath } from './question.js';
import { loaded } from './loaded.js';
import { defaultRetry, type RetryPolicy } from './retry.js';
import { type AskOptions, catalogQuestion, Session } from './session.js';
import { systemTimers, type Timers } from './timers.js';
import type { GetToken } from './token-source.js';
import { createWire, type Fetch } from './wire.js';

/** How to reach a back end, and as whom. */
export interface ClientOptions {
  /** Where the contract's paths begin, without a slash at its end. Default: the page's own origin. */
  baseUrl?: string;
  /** What sends a request: the network's `fetch` (the default), `handler.fetch` of a back end in the page, `fetchOverPort(port)`. */
  fetch?: Fetch;
  /** Gives an access token. Called when one is first needed and after a 401; never twice at once. */
  getToken?: GetToken;
  /**
   * Names whose numbers these are (user and tenant, not the token). When it changes, nothing kept or under way for the one
   * before is shown any more.
   */
  identity?: string | (() => string);
  /** Sent along with each request. */
  headers?: Record<string, string>;
  /** Whether cookies go along; the browser's default is `same-origin`. */
  credentials?: RequestCredentials;
  /** How long one request may take. Default 30,000; 0 waits for ever. */
  timeoutMs?: number;
  /** How reads that failed in passing are repeated. */
  retry?: Partial<RetryPolicy>;
  /** How long answers are kept. */
  cache?: Partial<CachePolicy>;
  /** `false` never batches, whatever the catalogue says. */
  batch?: boolean;
  /** Clock and timers; for tests. */
  timers?: Timers;
  /** Numbers from 0 to 1 that spread retries; for tests. */
  random?: () => number;
  /** Whether the device has a network; tells `offline` from `network`. */
  isOnline?: () => boolean;
}

type AskReport<Name extends ReportName> = (
  scope: Scope,
  query: ReportShapes[Name]['query'],
  options?: AskOptions,
) => Promise<ReportShapes[Name]['report']>;

/**
 * The one thing that elements ask. Answers are checked against the contract; every rejection is a `RequestError`.
 * A scope is `superapp` or `apps/ID`.
 */
export interface Client {
  /** What this back end answers. */
  catalog(options?: AskOptions): Promise<Catalog>;
  /** The apps that the caller may see. */
  apps(options?: AskOptions): Promise<App[]>;
  /** Roles and permissions of the caller. */
  me(options?: AskOptions): Promise<Me>;
  readonly summary: AskReport<'summary'>;
  readonly trend: AskReport<'trend'>;
  readonly breakdown: AskReport<'breakdown'>;
  readonly distribution: AskReport<'distribution'>;
  readonly retention: AskReport<'retention'>;
  readonly funnel: AskReport<'funnel'>;
  readonly funnelNext: AskReport<'funnel_next'>;
  readonly event: AskReport<'event'>;
  /** Values of a field seen in the data, most frequent first. */
  values(scope: Scope, query: ValuesQuery, options?: AskOptions): Promise<ValuesReport>;
  /** The days that hold data. */
  days(scope: Scope, query?: DaysQuery, options?: AskOptions): Promise<DaysReport>;
  /** Sends raw events: objects, or NDJSON as text or bytes. Not repeated by itself, and never timed out. */
  collect(
    app: string,
    events: readonly RawEvent[] | string | Blob,
    options?: Pick<AskOptions, 'signal'>,
  ): Promise<CollectOutcome>;
  /** Forgets every kept answer: the next question reaches the back end. */
  clear(): void;
}

/**
 * Makes a client of one back end.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://metrics.example', getToken: () => session.token(), identity: 'mei@acme' });
 * const { metrics } = await client.summary('apps/lantern-tea', { range: 'yesterday', metrics: ['opens'] });
 */
export function createClient(options: ClientOptions = {}): Client {
  const session = sessionOf(options);
  const report =
    <Name extends ReportName>(name: Name): AskReport<Name> =>
    async (scope, query, ask) =>
      session().ask(reportQuestion(scope, name, query), ask);
  const client: Client & Doored = {
    catalog: async (ask) => session().ask(catalogQuestion, ask),
    apps: async (ask) =>
      (
        await session().ask(
          getQuestion('/v1/apps', async () => (await further()).appList),
          ask,
        )
      ).apps,
    me: async (ask) =>
      session().ask(
        getQuestion('/v1/me', async () => (await further()).me),
        ask,
      ),
    summary: report('summary'),
    trend: report('trend'),
    breakdown: report('breakdown'),
    distribution: report('distribution'),
    retention: report('retention'),
    funnel: report('funnel'),
    funnelNext: report('funnel_next'),
    event: report('event'),
    values: async (scope, query, ask) =>
      session().ask(
        getQuestion(`${scopePath(scope)}/values`, async () => (await further()).valuesReport, query),
        ask,
      ),
    days: async (scope, query, ask) =>
      session().ask(
        getQuestion(`${scopePath(scope)}/days`, async () => (await further()).daysReport, query),
        ask,
      ),
    collect: async (app, events, ask) => (await loaded(further())).collect(session(), app, events, ask?.signal),
    clear: () => session().forget(),
    [door]: session,
  };
  return client;
}

const further = () => import('./further.js');

/** Where there is no page (Node), a back end in the same process still needs an address. */
const ownOrigin = (): string => ('location' in globalThis ? '' : 'http://localhost');

/** Only a browser knows. */
const hasNetwork = (): boolean => (globalThis.navigator as Navigator | undefined)?.onLine ?? true;

/** Gives the session of the identity in force; a new identity gets a new one, and the former ends. */
function sessionOf(options: ClientOptions): () => Session {
  const { identity, timers = systemTimers, isOnline = hasNetwork } = options;
  const wire = createWire({
    baseUrl: (options.baseUrl ?? ownOrigin()).replace(/\/$/, ''),
    fetch: options.fetch ?? ((request) => fetch(request)),
    headers: options.headers ?? {},
    credentials: options.credentials,
    timeoutMs: options.timeoutMs ?? 30_000,
    timers,
    isOnline,
  });
  let current: string | undefined;
  let session: Session | undefined;
  return () => {
    const name = typeof identity === 'function' ? identity() : (identity ?? '');
    if (session && name === current) return session;
    session?.end();
    current = name;
    return (session = new Session({
      wire,
      getToken: options.getToken ?? (() => null),
      retry: { ...defaultRetry, ...options.retry },
      cache: { ...defaultCache, ...options.cache },
      batch: options.batch ?? true,
      timers,
      random: options.random ?? Math.random,
    }));
  };
}
