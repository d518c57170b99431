import type { CollectOutcome } from '#contract/api.js';
import type { CollectContext } from '#contract/report-source.js';
import {
  roleTable,
  type EventInput,
  type IngestOptions,
  type IngestOutcome,
  type Mapping,
} from '#engine/ingest/reading.js';
import { duckdb } from './dialects/duckdb.js';
import { BackgroundDerivation } from './duckdb/background-derivation.js';
import { Database, type DatabaseOptions } from './duckdb/database.js';
import { Derivations } from './duckdb/derivations.js';
import { Documents } from './duckdb/documents.js';
import { EventStore } from './duckdb/event-store.js';
import { ingest } from './duckdb/ingest.js';
import type { LoadedBefore } from './duckdb/loaded.js';
import { Reading } from './duckdb/reading.js';
import type { FileHost } from './duckdb/file-host.js';
import type { Look } from './host.js';
import { sql } from './sql.js';
import { reportHost, SqlReports, type SqlReportOptions } from './sql-reports.js';

/** How a warehouse behaves; everything but the file has a default. */
export interface WarehouseOptions extends DatabaseOptions, SqlReportOptions {}

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
export class Warehouse extends SqlReports {
  private constructor(
    private readonly host: FileHost,
    private readonly events: EventStore,
    private readonly mapping: Mapping | undefined,
    private readonly background: BackgroundDerivation,
  ) {
    super(host);
  }

  /** Opens a file, made where it is missing. */
  static async open(file: string, options: WarehouseOptions = {}): Promise<Warehouse> {
    const database = await Database.open(file, options);
    const events = await EventStore.open(database);
    const host = reportHost(duckdb, options, events);
    const sources = host.sources.keyOfScene;
    const basis = {
      dialect: duckdb,
      ...{ events: sql`events`, values: sql`events` },
      roleOf: roleTable(options.mapping),
      sources,
      fingerprint: JSON.stringify([options.mapping?.roles ?? {}, [...sources]]),
    };
    const derivations = new Derivations(database.deriver, basis, events);
    const background = new BackgroundDerivation(database, events, derivations);
    return new Warehouse({ ...host, database, log: events, basis, derivations }, events, options.mapping, background);
  }

  /**
   * Reads a file of events: NDJSON, a JSON array or CSV, each maybe gzipped. Bad rows are rejected with their number and
   * reason. All that is taken is taken in one transaction.
   */
  ingest(input: EventInput, options: IngestOptions = {}): Promise<IngestOutcome> {
    return ingest(this.#store, input, { mapping: this.mapping, ...options });
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
    const known = await loadedBefore(this.host.database, fingerprint);
    if (known) return { ...known, isNew: false };
    const outcome = await ingest(
      this.#store,
      await open(),
      { mapping: this.mapping, ...options },
      remember(fingerprint),
    );
    return { ...outcome, isNew: true };
  }

  get #store() {
    return { database: this.host.database, events: this.events };
  }

  /** Documents that are kept in the same file. */
  get documents(): Documents {
    return new Documents(this.host.database);
  }

  /** Takes the events of one app: once it answers they are on disk. */
  override async collect(
    app: string,
    body: ReadableStream<Uint8Array>,
    context: CollectContext = {},
  ): Promise<CollectOutcome> {
    const { collect } = await import('./collect.js');
    return collect((batches) => this.events.take(batches), this.mapping, app, body, context);
  }

  /** Ends once what is being written is written. */
  close(): Promise<void> {
    this.background.stop();
    return this.host.database.close();
  }

  protected look<T>(signal: AbortSignal | undefined, work: (look: Look) => Promise<T>): Promise<T> {
    return Reading.with(this.host, signal, work);
  }
}

/** Opens a DuckDB file as a back end. */
export function openWarehouse(file: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  return Warehouse.open(file, options);
}
