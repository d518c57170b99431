import type { App, Catalog, CollectOutcome, Profile, Source } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import { defaultProfileId, profiles as builtInProfiles } from '#contract/profiles.js';
import type { AskContext, Clock, CollectContext, ReportSource, Scope } from '#contract/report-source.js';
import { weixinSources } from '#contract/sources.js';
import { reportNames } from '#contract/vocabulary.js';
import {
  roleTable,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type Mapping,
} from '#engine/ingest/reading.js';
import { zone } from '#time/zone.js';
import { duckdb } from './dialects/duckdb.js';
import { Database, type DatabaseOptions } from './duckdb/database.js';
import { Documents } from './duckdb/documents.js';
import { EventStore } from './duckdb/event-store.js';
import { ingest } from './duckdb/ingest.js';
import type { LoadedBefore } from './duckdb/loaded.js';
import { Reading } from './duckdb/reading.js';
import type { WarehouseHost } from './host.js';
import type { Asked } from './plan/question.js';
import { SourceBook } from './plan/source-book.js';
import { breakdown } from './reports/breakdown.js';
import { days } from './reports/days.js';
import { distribution } from './reports/distribution.js';
import { event } from './reports/event.js';
import { funnel } from './reports/funnel.js';
import { funnelNext } from './reports/funnel-next.js';
import { retention } from './reports/retention.js';
import { summary } from './reports/summary.js';
import { trend } from './reports/trend.js';
import { values } from './reports/values.js';

/** How a warehouse behaves; everything but the file has a default. */
export interface WarehouseOptions extends DatabaseOptions {
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
  /** How the names of the log are read. Its roles hold for all events of the file. */
  readonly mapping?: Mapping;
}

/** What became of a file. */
export interface Loaded extends LoadedBefore {
  /** Whether it has been loaded now, and not before. */
  readonly isNew: boolean;
}

/**
 * A DuckDB file that answers the contract: events are stored in it and every report is a question in SQL. The numbers
 * are those of the reference engine, exactly.
 *
 * @example
 * const warehouse = await openWarehouse('analytics.duckdb', { timezone: 'Asia/Shanghai' });
 * const report = await warehouse.summary('superapp', { range: 'last_7_days', metrics: ['active_users'] });
 */
export class Warehouse implements ReportSource {
  readonly clock: Clock;

  private constructor(
    private readonly host: WarehouseHost,
    private readonly mapping: Mapping | undefined,
  ) {
    this.clock = host.clock;
  }

  /** Opens a file, made where it is missing. */
  static async open(file: string, options: WarehouseOptions = {}): Promise<Warehouse> {
    const database = await Database.open(file, options);
    const events = await EventStore.open(database);
    const sources = new SourceBook(options.sources ?? weixinSources);
    const host: WarehouseHost = {
      database,
      events,
      dialect: duckdb,
      sources,
      basis: {
        dialect: duckdb,
        roleOf: roleTable(options.mapping),
        sources: sources.keyOfScene,
        fingerprint: JSON.stringify([options.mapping?.roles ?? {}, [...sources.keyOfScene]]),
      },
      clock: options.clock ?? fileClock(events),
      profiles: options.profiles ?? builtInProfiles,
      defaultProfile: options.profile ?? defaultProfileId,
      defaultTimezone: options.timezone ?? 'UTC',
      sourceDictionary: options.sources ?? weixinSources,
      registry: options.apps ?? null,
    };
    return new Warehouse(host, options.mapping);
  }

  /**
   * Reads a file of events: NDJSON, a JSON array or CSV, each maybe gzipped. Bad rows are rejected with their number and
   * reason. All that is taken is taken in one transaction.
   */
  ingest(input: EventInput, options: IngestOptions = {}): Promise<IngestOutcome> {
    return ingest(this.host, input, { mapping: this.mapping, ...options });
  }

  /**
   * Reads a file of events unless it has been loaded before.
   *
   * @param fingerprint what tells the file from others, such as a hash of its bytes. It is kept in the transaction that
   * keeps the events, so a load that breaks off has loaded nothing.
   * @returns what became of it, now or then.
   */
  async load(open: () => Promise<EventInput>, fingerprint: string, options: IngestOptions = {}): Promise<Loaded> {
    const { loadedBefore, remember } = await import('./duckdb/loaded.js');
    const known = await loadedBefore(this.host, fingerprint);
    if (known) return { ...known, isNew: false };
    const outcome = await ingest(this.host, await open(), { mapping: this.mapping, ...options }, remember(fingerprint));
    return { ...outcome, isNew: true };
  }

  /** Documents that are kept in the same file. */
  get documents(): Documents {
    return new Documents(this.host.database);
  }

  /** Takes the events of one app: once it answers they are on disk. */
  async collect(app: string, body: ReadableStream<Uint8Array>, context: CollectContext = {}): Promise<CollectOutcome> {
    const { collect } = await import('./duckdb/collect.js');
    return collect(this.host, this.mapping, app, body, context);
  }

  catalog(): Promise<Catalog> {
    const { profiles, sourceDictionary, defaultProfile, defaultTimezone } = this.host;
    const choices = {
      reports: [...reportNames],
      profiles: [...profiles],
      sources: [...sourceDictionary],
      collects: true,
    };
    return Promise.resolve(
      catalogOf({ ...choices, default_profile: defaultProfile, default_timezone: defaultTimezone }),
    );
  }

  apps(): Promise<readonly App[]> {
    return Reading.with(this.host, undefined, (reading) => reading.apps());
  }

  readonly summary = this.#asks(summary);
  readonly trend = this.#asks(trend);
  readonly breakdown = this.#asks(breakdown);
  readonly distribution = this.#asks(distribution);
  readonly retention = this.#asks(retention);
  readonly funnel = this.#asks(funnel);
  readonly funnel_next = this.#asks(funnelNext);
  readonly event = this.#asks(event);
  readonly values = this.#asks(values);
  readonly days = this.#asks(days);

  /** Ends once what is being written is written. */
  close(): Promise<void> {
    return this.host.database.close();
  }

  #asks<Query, Report>(report: (asked: Asked<Query>) => Promise<Report>) {
    return (scope: Scope, query: Query, context: AskContext = {}): Promise<Report> =>
      Reading.with(this.host, context.signal, (reading) => report({ host: this.host, reading, scope, query, context }));
  }
}

/** Opens a DuckDB file as a back end. */
export function openWarehouse(file: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  return Warehouse.open(file, options);
}

/** The clock of a file: it stands at the midnight, in the report's zone, after the last event that was accepted. */
function fileClock(events: EventStore): Clock {
  return {
    ofFile: true,
    now: (timezone) =>
      events.lastTs === -Infinity ? 0 : zone(timezone).endOfDay(zone(timezone).dayNumberOf(events.lastTs)),
  };
}
