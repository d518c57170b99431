import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Debian's package puts it into a folder that is not in everybody's path. */
const command = '/usr/sbin/clickhouse-server';

/** Whether a server can be started here: the package `clickhouse-server` is installed. */
export const hasClickHouse = spawnSync('test', ['-x', command]).status === 0;

if (!hasClickHouse) {
  console.warn('SKIPPED: ClickHouse is not installed (Debian: clickhouse-server), so no test of that back end runs.');
}

/** The name of the cluster that the servers make together. */
export const clusterName = 'tests';

/** Some servers on loopback, each one shard of a cluster, with data that is gone when they stop. */
export interface Shards {
  /** The address of each. */
  readonly urls: readonly string[];
  /** Ends one at once, as a power cut does. */
  kill(shard: number): Promise<void>;
  /** Ends all, and removes their data. */
  stop(): Promise<void>;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

/** Starts servers and waits until each answers. */
export async function startShards(count: number): Promise<Shards> {
  const folder = mkdtempSync(path.join(scratch(), 'clickhouse-'));
  const ports: Ports[] = [];
  for (let shard = 0; shard < count; shard++) {
    const [http, tcp, interserver] = await freePorts();
    ports.push({ http: http!, tcp: tcp!, interserver: interserver! });
  }
  const servers = ports.map((own, shard) => start(path.join(folder, String(shard)), own, ports));
  const urls = ports.map(({ http }) => `http://127.0.0.1:${http}`);
  const kill = async (shard: number) => {
    const server = servers[shard]!;
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.stdin!.end();
    await ended;
  };
  const stop = async () => {
    await Promise.all(servers.map((_, shard) => kill(shard)));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(urls.map((url, shard) => untilItAnswers(url, servers[shard]!, path.join(folder, String(shard)))));
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, kill, stop };
}

/** What the tests keep stays far under it, for all servers that run at once. */
const ROOM_BYTES = 2 * 2 ** 30;

/** Memory, where it has room: the many small tables of the tests are made three times as fast there as on a disk. */
function scratch(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize >= ROOM_BYTES) return '/dev/shm';
  } catch {
    // There is none on this system.
  }
  return tmpdir();
}

/** A server lives as long as the other end of its input is open: whatever ends this process ends it too. */
function start(folder: string, own: Ports, all: readonly Ports[]): ChildProcess {
  spawnSync('mkdir', ['-p', folder]);
  writeFileSync(path.join(folder, 'config.xml'), config(folder, own, all));
  writeFileSync(path.join(folder, 'users.xml'), users);
  const script = `"$0" --config-file="$1" & server=$!; cat >/dev/null; kill -9 $server; wait $server`;
  return spawn('/bin/sh', ['-c', script, command, path.join(folder, 'config.xml')], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

function config(folder: string, own: Ports, all: readonly Ports[]): string {
  const shards = all.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`);
  return `<yandex>
    <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
    <listen_host>127.0.0.1</listen_host>
    <http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port>
    <interserver_http_port>${own.interserver}</interserver_http_port>
    <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
    <users_config>users.xml</users_config>
    <default_profile>default</default_profile><default_database>default</default_database>
    <timezone>UTC</timezone><mark_cache_size>5368709120</mark_cache_size>
    <max_concurrent_queries>100</max_concurrent_queries>
    <remote_servers><${clusterName}>${shards.join('')}</${clusterName}></remote_servers>
  </yandex>`;
}

const users = `<yandex>
  <profiles><default><max_threads>1</max_threads><background_pool_size>2</background_pool_size></default></profiles>
  <users><default>
    <password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
  </default></users>
  <quotas><default/></quotas>
</yandex>`;

async function freePorts(): Promise<number[]> {
  const holders = [createServer(), createServer(), createServer()];
  for (const holder of holders) await once(holder.listen(0, '127.0.0.1'), 'listening');
  const ports = holders.map((holder) => (holder.address() as AddressInfo).port);
  for (const holder of holders) await once(holder.close(), 'close');
  return ports;
}

async function untilItAnswers(url: string, server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The server of ${folder} does not answer.`);
}
