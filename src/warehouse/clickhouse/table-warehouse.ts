import type { Look } from '../host.js';
import { SqlReports, type SqlReportOptions } from '../sql-reports.js';
import { Cluster, type ClusterOptions } from './cluster.js';
import { askCluster, clusterHost, type ClusterHost } from './cluster-host.js';
import { ClusterLook } from './cluster-look.js';
import { makeDerivations } from './schema.js';
import { countLeftOut, leftOutInWords, type LeftOut } from './table/left-out.js';
import { TableLog } from './table/table-log.js';
import { makeView, tableView } from './table/table-view.js';
import { findTable, inWords, parseTableName } from './table/vendor-table.js';

/** How a table of somebody else is answered from; `database` is where what is derived of it stands. */
export interface ClickHouseTableOptions extends ClusterOptions, SqlReportOptions {
  /** The table that events are in, as `DATABASE.TABLE`; nothing in it is ever changed. */
  readonly table: string;
  /** How long what was seen of the table counts as all that is there, in seconds. Default 60. */
  readonly refreshSeconds?: number | undefined;
}

/**
 * A ClickHouse table of somebody else that answers the contract: its columns are fields by a mapping, and opens are kept in
 * tables beside it, which follow what changes in it. It collects nothing.
 *
 * @example
 * const reports = await openClickHouseTable(['http://127.0.0.1:8123'], { database: 'metrics', table: 'web.hits', mapping });
 */
export class TableWarehouse extends SqlReports {
  private constructor(
    private readonly host: ClusterHost,
    private readonly log: TableLog,
    private readonly table: string,
    /** Rows that were no events when the table was opened. */
    readonly leftOut: LeftOut,
  ) {
    super(host, false);
  }

  /** Opens a table; throws where it or the mapping is at fault. */
  static async open(urls: readonly string[], options: ClickHouseTableOptions): Promise<TableWarehouse> {
    const { mapping, refreshSeconds = 60 } = options;
    const name = parseTableName(options.table);
    const cluster = await Cluster.open(urls, options);
    try {
      const table = await findTable(cluster, name);
      const view = tableView(table, mapping);
      await makeView(cluster, view);
      const leftOut = await countLeftOut(cluster, view, mapping);
      await makeDerivations(cluster);
      const log = await TableLog.open(cluster, table, { refreshSeconds });
      const host = clusterHost(log, options, [JSON.stringify([table, mapping?.fields, mapping?.amount_unit])]);
      return new TableWarehouse(host, log, inWords(table), leftOut);
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  /** What was found when the table was opened, for people. */
  get inWords(): string {
    return `${this.table}: ${leftOutInWords(this.leftOut)}`;
  }

  /** Ends once what is being written is written. */
  close(): Promise<void> {
    return this.host.cluster.close();
  }

  protected look<T>(signal: AbortSignal | undefined, work: (look: Look) => Promise<T>): Promise<T> {
    return askCluster(this.host, async (isPartial) => {
      if (!isPartial) await this.log.refresh();
      return work(new ClusterLook(this.host, signal, isPartial));
    });
  }
}

/** Opens a table of one ClickHouse server, or of the servers of a cluster; the first is asked. */
export function openClickHouseTable(urls: readonly string[], options: ClickHouseTableOptions): Promise<TableWarehouse> {
  return TableWarehouse.open(urls, options);
}
