import { type App, type Catalog, type CollectOutcome, type Profile, type Source } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import { defaultProfileId, profiles as builtInProfiles } from '#contract/profiles.js';
import { type AskContext, type Clock, type ReportSource, type Scope } from '#contract/report-source.js';
import { weixinSources } from '#contract/sources.js';
import { reportNames } from '#contract/vocabulary.js';
import { throwCollectRefusal } from './collect-refusal.js';
import { fileClock } from './file-clock.js';
import { type EngineHost } from './host.js';
import {
  ingestColumns,
  ingestEvents,
  roleTable,
  type ColumnsOptions,
  type EventColumns,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type Mapping,
} from './ingest/index.js';
import { breakdown } from './reports/breakdown.js';
import { days } from './reports/days.js';
import { distribution } from './reports/distribution.js';
import { event } from './reports/event.js';
import { funnel } from './reports/funnel.js';
import { retention } from './reports/retention.js';
import { summary } from './reports/summary.js';
import { trend } from './reports/trend.js';
import { values } from './reports/values.js';
import { ScopeLogCache } from './scan/scope-log-cache.js';
import { SourceBook } from './scan/source-book.js';
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
  /** What events may take in memory; more is refused with a `MemoryLimitError`, and what is there stays. */
  readonly memoryLimitBytes?: number;
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
  readonly #host: EngineHost;
  readonly #mapping: Mapping | undefined;

  constructor(options: EngineOptions = {}) {
    this.#mapping = options.mapping;
    this.#store = new Store({ roleOf: roleTable(options.mapping), memoryLimitBytes: options.memoryLimitBytes });
    this.clock = options.clock ?? fileClock(this.#store);
    const store = this.#store;
    const registry = options.apps ?? null;
    this.#host = {
      store,
      sources: new SourceBook(store, options.sources ?? weixinSources),
      logs: new ScopeLogCache(),
      clock: this.clock,
      profiles: options.profiles ?? builtInProfiles,
      defaultProfile: options.profile ?? defaultProfileId,
      defaultTimezone: options.timezone ?? 'UTC',
      sourceDictionary: options.sources ?? weixinSources,
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
  async ingest(input: EventInput, options: IngestOptions = {}): Promise<IngestOutcome> {
    try {
      return await ingestEvents(this.#store, input, this.#completed(options));
    } finally {
      this.#settle(options.mapping);
    }
  }

  /** Takes events as columns: typed arrays, dictionary-coded or plain arrays. The quickest way in. */
  ingestColumns(columns: EventColumns, options: ColumnsOptions = {}): IngestOutcome {
    try {
      return ingestColumns(this.#store, columns, this.#completed(options));
    } finally {
      this.#settle(options.mapping);
    }
  }

  async collect(app: string, body: ReadableStream<Uint8Array>, context?: AskContext): Promise<CollectOutcome> {
    const options = { app, withoutVisits: true, ...(context?.signal ? { signal: context.signal } : {}) };
    const outcome = await this.ingest(body, options).catch(throwCollectRefusal);
    const { accepted, duplicate, rejected, rejections } = outcome;
    return { accepted, duplicate, rejected, rejections: [...rejections] };
  }

  catalog(): Promise<Catalog> {
    const { profiles, defaultProfile, defaultTimezone, sourceDictionary } = this.#host;
    return Promise.resolve(
      catalogOf({
        reports: [...reportNames],
        profiles: [...profiles],
        sources: [...sourceDictionary],
        default_profile: defaultProfile,
        default_timezone: defaultTimezone,
        collects: true,
      }),
    );
  }

  apps(): Promise<readonly App[]> {
    return Promise.resolve(this.#host.apps());
  }

  readonly summary = this.#asks(summary);
  readonly trend = this.#asks(trend);
  readonly breakdown = this.#asks(breakdown);
  readonly distribution = this.#asks(distribution);
  readonly retention = this.#asks(retention);
  readonly funnel = this.#asks(funnel);
  readonly event = this.#asks(event);
  readonly values = this.#asks(values);
  readonly days = this.#asks(days);

  /** A report as the contract asks for it: a promise, and nothing is computed for someone who has left. */
  #asks<Query, Report>(report: (host: EngineHost, scope: Scope, query: Query) => Report) {
    return async (scope: Scope, query: Query, context?: AskContext): Promise<Report> => {
      // A turn of the event loop lets an abort that is already on its way arrive first.
      await Promise.resolve();
      context?.signal?.throwIfAborted();
      return report(this.#host, scope, query);
    };
  }

  #completed<Options extends ColumnsOptions>(options: Options): Options {
    // Once there are visits, a file without any is a continuation and no mistake.
    const withoutVisits = options.withoutVisits ?? this.#store.length > 0;
    return { ...options, withoutVisits, mapping: options.mapping ?? this.#mapping };
  }

  #settle(mapping: Mapping | undefined): void {
    if (mapping?.roles && this.#store.length > 0) this.#store.assignRoles(roleTable(mapping));
    this.#store.settle();
  }
}

/** Makes an engine. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new Engine(options);
}

function observedApps(store: Store): App[] {
  return store.apps.map((id) => ({ id, name: id, type: 'mini_program', status: 'available' }));
}
