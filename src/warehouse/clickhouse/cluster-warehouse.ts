import type { CollectOutcome } from '#contract/api.js';
import type { CollectContext } from '#contract/report-source.js';
import type { ColumnBatch, EventInput, IngestOptions, IngestOutcome, Mapping } from '#engine/ingest/reading.js';
import type { Look } from '../host.js';
import { SqlReports, type SqlReportOptions } from '../sql-reports.js';
import type { Loaded } from '../warehouse.js';
import { Cluster, type ClusterOptions } from './cluster.js';
import { askCluster, clusterHost, type ClusterHost } from './cluster-host.js';
import { ClusterLook } from './cluster-look.js';
import { EventLog } from './event-log.js';
import { ingest } from './ingest.js';
import { KeepUp } from './keep-up.js';
import { makeDerivations, makeEventTables } from './schema.js';

/** How a ClickHouse back end behaves; everything but the database has a default. */
export interface ClickHouseOptions extends ClusterOptions, SqlReportOptions {}

/**
 * ClickHouse servers that answer the contract: one, or several that share the users. The numbers are those of the reference
 * engine, exactly. One process at a time may write to a database.
 *
 * @example
 * const warehouse = await openClickHouse(['http://127.0.0.1:8123'], { database: 'analytics' });
 * const report = await warehouse.summary('superapp', { range: 'last_7_days', metrics: ['active_users'] });
 */
export class ClusterWarehouse extends SqlReports {
  readonly #keepUp: KeepUp;

  private constructor(
    private readonly host: ClusterHost,
    private readonly log: EventLog,
    private readonly mapping: Mapping | undefined,
  ) {
    super(host);
    this.#keepUp = new KeepUp(() => host.derivations.keepUp());
    log.onTaken = () => this.#keepUp.wait();
  }

  /** Opens a database, made with its tables where it is missing. */
  static async open(urls: readonly string[], options: ClickHouseOptions): Promise<ClusterWarehouse> {
    const cluster = await Cluster.open(urls, options);
    try {
      await makeEventTables(cluster);
      await makeDerivations(cluster);
      const log = await EventLog.open(cluster);
      return new ClusterWarehouse(clusterHost(log, options), log, options.mapping);
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  /**
   * Reads a file of events: NDJSON, a JSON array or CSV, each maybe gzipped. Bad rows are rejected with their number and
   * reason. Where it cannot be read to its end, nothing of it counts.
   */
  async ingest(input: EventInput, options: IngestOptions = {}): Promise<IngestOutcome> {
    return ingest(this.log, input, { mapping: this.mapping, ...options });
  }

  /**
   * Reads a file of events unless it has been loaded before.
   *
   * @param fingerprint what tells the file from others, such as a hash of its bytes.
   * @returns what became of it, now or then.
   */
  async load(open: () => Promise<EventInput>, fingerprint: string, options: IngestOptions = {}): Promise<Loaded> {
    const known = await this.log.takenBefore(fingerprint);
    if (known) return { ...known, rejections: [], isNew: false };
    const outcome = await ingest(this.log, await open(), { mapping: this.mapping, ...options }, fingerprint);
    return { ...outcome, isNew: true };
  }

  /** Takes the events of one app: once it answers every shard has its part of them. */
  override async collect(
    app: string,
    body: ReadableStream<Uint8Array>,
    context: CollectContext = {},
  ): Promise<CollectOutcome> {
    const { collect } = await import('../collect.js');
    const store = (batches: readonly ColumnBatch[]) =>
      this.log.take(async (taking) => {
        for (const batch of batches) await taking.add(batch);
        return taking.stored;
      });
    return collect(store, this.mapping, app, body, context);
  }

  /** Ends once what is being written is written. */
  close(): Promise<void> {
    this.#keepUp.stop();
    return this.host.cluster.close();
  }

  protected look<T>(signal: AbortSignal | undefined, work: (look: Look) => Promise<T>): Promise<T> {
    return askCluster(this.host, (isPartial) => work(new ClusterLook(this.host, signal, isPartial)));
  }
}

/** Opens a database on one ClickHouse server, or on several that are the shards of a cluster; the first is asked. */
export function openClickHouse(urls: readonly string[], options: ClickHouseOptions): Promise<ClusterWarehouse> {
  return ClusterWarehouse.open(urls, options);
}
