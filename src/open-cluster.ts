import type { OpenedSource } from '#server/node/serve.js';
import type { ServeArguments } from '#server/node/serve-arguments.js';
import type { ClusterWarehouse, SqlReportOptions } from '#warehouse/index.js';

/** Opens events of our own on ClickHouse servers. */
export async function openCluster(
  { clickhouse, database = '', cluster, allowsPartialAnswers }: ServeArguments,
  options: SqlReportOptions,
): Promise<ClusterWarehouse> {
  const { openClickHouse } = await import('#warehouse/index.js');
  return openClickHouse(clickhouse, { ...options, database, cluster, allowsPartialAnswers }).catch((cause: unknown) => {
    throw new Error(`--clickhouse: the servers cannot be used: ${(cause as Error).message}`, { cause });
  });
}

/** Opens a table of somebody else on them. */
export async function openTable(args: ServeArguments, options: SqlReportOptions): Promise<OpenedSource> {
  const { openClickHouseTable } = await import('#warehouse/index.js');
  const {
    clickhouse,
    database = '',
    cluster,
    table = '',
    tableRefreshSeconds: refreshSeconds,
    allowsPartialAnswers,
  } = args;
  const asked = { ...options, database, cluster, table, refreshSeconds, allowsPartialAnswers };
  const reports = await openClickHouseTable(clickhouse, asked).catch((cause: unknown) => {
    throw new Error(`--table: ${(cause as Error).message}`, { cause });
  });
  const noRows = { accepted: 0, duplicate: 0, rejected: 0, rejections: [] };
  return { reports, ...noRows, notes: [reports.inWords], close: () => reports.close() };
}
