import { openClickHouse } from '#warehouse/index.js';
import { clusterName, startShards } from '../../warehouse/clickhouse/shards.js';
import type { BackEnd } from './back-end.js';

/** Our back end on ClickHouse: Debian's server, as one process a shard, on this machine. */
export async function clickHouse(shardCount: number): Promise<BackEnd> {
  const shards = await startShards(shardCount);
  const database = 'bench';
  const warehouse = await openClickHouse(shards.urls, { database, cluster: clusterName });
  return {
    name: shardCount === 1 ? 'ClickHouse' : `ClickHouse, ${shardCount} shards`,
    reports: warehouse,
    load: async (lines) => {
      await warehouse.ingest(lines, { format: 'ndjson' });
    },
    diskBytes: async () => {
      const sizes = await Promise.all(shards.urls.map((url) => bytesOf(url, database)));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    close: async () => {
      await warehouse.close();
      await shards.stop();
    },
  };
}

async function bytesOf(url: string, database: string): Promise<number> {
  const body = `select sum(bytes_on_disk) from system.parts where active and database = '${database}'`;
  const answer = await fetch(url, { method: 'POST', body });
  return Number(await answer.text());
}
