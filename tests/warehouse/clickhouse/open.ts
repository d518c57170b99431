import { openClickHouse, type ClusterWarehouse, type SqlReportOptions } from '#warehouse/index.js';
import { clusterName, type Shards } from './shards.js';

let databases = 0;

/** Opens an empty database on all of some servers; it is dropped when it is closed. */
export async function openOn({ urls }: Shards, options: SqlReportOptions): Promise<ClusterWarehouse> {
  const database = `case_${++databases}`;
  const warehouse = await openClickHouse(urls, { ...options, database, cluster: clusterName });
  const close = warehouse.close.bind(warehouse);
  warehouse.close = async () => {
    await close();
    for (const url of urls) await fetch(url, { method: 'POST', body: `drop database ${database}` });
  };
  return warehouse;
}
