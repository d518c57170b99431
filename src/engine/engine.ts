import type { App, Catalog, CollectedBefore, CollectOutcome, Profile, Source } from '#contract/api.js';
import type { AskContext, Clock, CollectContext, ReportSource, Scope } from '#contract/report-source.js';
import { reportNames } from '#contract/vocabulary.js';
import { checkedRules } from './check-options.js';
import { collectRefusal } from './collect-refusal.js';
import { fileClock } from './file-clock.js';
import type { EngineHost } from './host.js';
import {
  ingestColumns,
  roleTable,
  type ColumnsOptions,
  type EventColumns,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type Mapping,
  type Taken,
} from './ingest/index.js';
import type { GovernedSink, SinkRules } from './ingest/governed-sink.js';
import type { BatchSink } from './ingest/visit-gate.js';
import { nextTurn } from './next-turn.js';
import { breakdown } from './reports/breakdown.js';
import { summary } from './reports/summary.js';
import { trend } from './reports/trend.js';
import { ScopeLogCache } from './scan/scope-log-cache.js';
import { SourceBook } from './scan/source-book.js';
import { takeSteps, type Steps } from './steps.js';
import { Store } from './store/store.js';

/** How an engine behaves; everything has a default. */
export interface EngineOptions {
  /** The zone of questions that name none. Default `UTC`. */
  readonly timezone?: string;
  /** The profile of questions that name none. Default `standard`. */
  readonly profile?: string;
  /** The definition profiles. Default: the four of the contract. */
  readonly profiles?: readonly Profile[];
  /** The source dictionary. Default: the Weixin one. */
  readonly sources?: readonly Source[];
  /** The registry of apps. Default: an app exists once an accepted event names it. */
  readonly apps?: readonly App[];
  /** What time it is. Default: the clock of a file, the midnight after the last event in the report's zone. */
  readonly clock?: Clock;
  /** How the names of the log are read, for everything ingested without a mapping of its own. */
  readonly mapping?: Mapping;
  /**
   * What events and the index of their ids may take in memory, in bytes; what questions derive from them (opens, stays)
   * comes on top, about half as much again. A batch that would pass it is refused with a `MemoryLimitError`, and what is
   * there stays. Default: no limit.
   */
  readonly memoryLimitBytes?: number;
  /**
   * For how many days back, by the events' own time, duplicates are looked for; may be a fraction. Ids of events that
   * happened longer before the newest are forgotten, which bounds the index. A duplicate of such an event counts again, so
   * the window has to be longer than any client keeps events for a retry, and than the file where one is not in the order
   * of time. Default: duplicates are found however old they are.
   */
  readonly eventIdWindowDays?: number;
}

/** How much an engine holds. */
export interface EngineSize {
  readonly events: number;
  /** Columns, dictionaries and what is derived from them. */
  readonly bytes: number;
  /** The index that finds duplicates. */
  readonly eventIdBytes: number;
}

/**
 * The reference engine: it takes raw events and answers every report of the contract from them, exactly.
 *
 * @example
 * const engine = createEngine({ timezone: 'Asia/Shanghai' });
 * await engine.ingest(file.stream());
 * const report = await engine.summary('superapp', { range: 'last_7_days', metrics: ['active_users'] });
 */
export class Engine implements ReportSource {
  readonly clock: Clock;
  readonly #store: Store;
  readonly #shared: Omit<EngineHost, 'sources' | 'sourceDictionary'>;
  readonly #givenSources: readonly Source[] | undefined;
  #host: EngineHost | undefined;
  readonly #mapping: Mapping | undefined;

  constructor(options: EngineOptions = {}) {
    const rules = checkedRules(options);
    this.#mapping = options.mapping;
    const { clock } = options;
    this.#store = new Store({
      roleOf: roleTable(options.mapping),
      memoryLimitBytes: atLeastSome('memoryLimitBytes', options.memoryLimitBytes),
      eventIdWindowMs: (atLeastSome('eventIdWindowDays', options.eventIdWindowDays) ?? Infinity) * dayMs,
      now: clock && (() => clock.now('UTC')),
    });
    this.clock = options.clock ?? fileClock(this.#store);
    const store = this.#store;
    const registry = options.apps ?? null;
    this.#givenSources = options.sources;
    this.#shared = {
      store,
      logs: new ScopeLogCache(),
      clock: this.clock,
      profiles: rules.profiles,
      defaultProfile: rules.profile,
      defaultTimezone: rules.timezone,
      registry,
      apps: () => registry ?? observedApps(store),
    };
  }

  /** How much it holds. */
  get size(): EngineSize {
    return { events: this.#store.length, bytes: this.#store.bytes, eventIdBytes: this.#store.eventIdBytes };
  }

  /**
   * Reads a file of events: NDJSON, a JSON array or CSV, each maybe gzipped. Bad rows are rejected with their number and
   * reason, good ones stay. A mapping's roles hold for all events of the engine from then on.
   */
  ingest(input: EventInput, options: IngestOptions = {}): Promise<IngestOutcome> {
    return this.#ingestInto(this.#store, input, options);
  }

  /** Takes events as columns: typed arrays, dictionary-coded or plain arrays. The quickest way in. */
  ingestColumns(columns: EventColumns, options: ColumnsOptions = {}): IngestOutcome {
    try {
      return ingestColumns(this.#store, columns, this.#completed(options));
    } finally {
      this.#settle(options.mapping);
    }
  }

  /** Takes the events of one app; what definitions say of their names holds before anything is stored. */
  async collect(
    app: string,
    body: ReadableStream<Uint8Array>,
    { signal, govern, record }: CollectContext = {},
  ): Promise<CollectOutcome> {
    const governed = govern && (await governedSink(this.#store, { govern, ...(record && { record }) }));
    const options: IngestOptions = { app, withoutVisits: true, signal, formats: ['ndjson', 'json'] };
    const outcomeOf = ({ accepted, duplicate, rejected, rejections }: IngestOutcome): CollectOutcome => {
      const left = governed && { dropped: governed.dropped, recorded: governed.recorded };
      return { accepted, duplicate, rejected, ...left, rejections: [...rejections] };
    };
    let collected: CollectedBefore | undefined;
    const brokeOff = (taken: Taken) => (collected = { ...outcomeOf(taken), last_row: taken.lastRow });
    try {
      return outcomeOf(await this.#ingestInto(governed ?? this.#store, body, options, brokeOff));
    } catch (error) {
      throw collectRefusal(error, collected);
    }
  }

  async catalog(): Promise<Catalog> {
    // The long descriptions of all metrics are read by those who ask for the catalogue only.
    const { catalogOf } = await import('#contract/catalog.js');
    const { profiles, defaultProfile, defaultTimezone, sourceDictionary } = await this.#hosted();
    return catalogOf({
      reports: [...reportNames],
      profiles: [...profiles],
      sources: [...sourceDictionary],
      default_profile: defaultProfile,
      default_timezone: defaultTimezone,
      collects: true,
    });
  }

  apps(): Promise<readonly App[]> {
    return Promise.resolve(this.#shared.apps());
  }

  readonly summary = this.#asks(summary);
  readonly trend = this.#asks(trend);
  readonly breakdown = this.#asks(breakdown);
  // Reports that most pages do not ask for are loaded with the first question.
  readonly distribution = this.#asksLater(async () => (await further()).distribution);
  readonly retention = this.#asksLater(async () => (await further()).retention);
  readonly funnel = this.#asksLater(async () => (await further()).funnel);
  readonly funnel_next = this.#asksLater(async () => (await further()).funnelNext);
  readonly event = this.#asksLater(async () => (await further()).event);
  readonly values = this.#asksLater(async () => (await further()).values);
  readonly days = this.#asksLater(async () => (await further()).days);

  /** A report as the contract asks for it: a promise, and nothing more is computed for someone who has left. */
  #asks<Query, Report extends object>(report: ReportVerb<Query, Report>) {
    return this.#asksLater(() => Promise.resolve(report));
  }

  #asksLater<Query, Report extends object>(load: () => Promise<ReportVerb<Query, Report>>) {
    return async (scope: Scope, query: Query, context?: AskContext): Promise<Report> => {
      const [report, host] = await Promise.all([load(), this.#hosted()]);
      // An abort that is already on its way over a port arrives first.
      await nextTurn();
      context?.signal?.throwIfAborted();
      const begin = (): Report | Steps<Report> => report(host, scope, query, context);
      return takeSteps(begin, () => this.#store.changes, context?.signal);
    };
  }

  /** The built-in source dictionary is loaded with the first question, where none was given. */
  async #hosted(): Promise<EngineHost> {
    const sources = this.#givenSources ?? (await import('#contract/sources.js')).weixinSources;
    return (this.#host ??= {
      ...this.#shared,
      sources: new SourceBook(this.#store, sources),
      sourceDictionary: sources,
    });
  }

  async #ingestInto(
    sink: BatchSink,
    input: EventInput,
    options: IngestOptions,
    brokeOff?: (taken: Taken) => void,
  ): Promise<IngestOutcome> {
    try {
      // Reading text is loaded with the first of it: a page that is given columns never needs it.
      const { ingestEvents } = await import('./ingest/ingest-events.js');
      return await ingestEvents(sink, input, this.#completed(options), brokeOff);
    } finally {
      this.#settle(options.mapping);
    }
  }

  #completed<Options extends ColumnsOptions>(options: Options): Options {
    // Once there are visits, a file without any is a continuation and no mistake.
    const withoutVisits = options.withoutVisits ?? this.#store.length > 0;
    return { ...options, withoutVisits, mapping: options.mapping ?? this.#mapping };
  }

  #settle(mapping: Mapping | undefined): void {
    if (mapping?.roles && this.#store.length > 0) this.#store.assignRoles(roleTable(mapping));
    this.#store.settle();
    this.#shared.logs.refresh(this.#store);
  }
}

const dayMs = 86_400_000;

function atLeastSome(option: string, value: number | undefined): number | undefined {
  if (value === undefined || value > 0) return value;
  throw new RangeError(`${option} is ${value}; it has to be a number above 0, or left out.`);
}

const further = () => import('./reports/further.js');

type ReportVerb<Query, Report> = (
  host: EngineHost,
  scope: Scope,
  query: Query,
  context?: AskContext,
) => Report | Steps<Report>;

/** Loaded where definitions govern what is collected, which most back ends in a page never see. */
async function governedSink(sink: BatchSink, rules: SinkRules): Promise<GovernedSink> {
  const { GovernedSink } = await import('./ingest/governed-sink.js');
  return new GovernedSink(sink, rules);
}

/** Makes an engine. Options that name nothing there is, such as a profile, are a `RangeError`. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new Engine(options);
}

function observedApps(store: Store): App[] {
  return store.apps.map((id) => ({ id, name: id, type: 'mini_program', status: 'available' }));
}
