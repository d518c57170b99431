import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SummaryReport } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { generateEvents } from '#mocks/events.js';
import { runServe, type Command } from '../../server/node/command.js';
import { hasClickHouse, startShards, type Shards } from './shards.js';
import { send } from './vendor.js';

// A server has to start, and the command.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const metrics = ['active_users', 'opens', 'new_users'];
const [start, end] = ['2026-02-01', '2026-02-28'];
const events = [...generateEvents({ until: Date.parse('2026-03-02T00:00:00Z'), scale: 0.002 })];

describe.skipIf(!hasClickHouse)('ClickHouse behind the server', () => {
  let shards: Shards;
  let command: Command;
  const folder = mkdtempSync(path.join(tmpdir(), 'served-'));
  const url = () => shards.urls[0]!;
  const ask = async (signal?: AbortSignal) => {
    const query = new URLSearchParams({ start, end, timezone: 'UTC', metrics: metrics.join(',') });
    const address = `${await command.address()}/v1/superapp/reports/summary?${String(query)}`;
    const answer = await fetch(address, signal ? { signal } : {});
    return (await answer.json()) as SummaryReport;
  };

  beforeAll(async () => {
    shards = await startShards(1);
    const file = path.join(folder, 'events.json');
    writeFileSync(file, JSON.stringify(events));
    command = runServe('--clickhouse', url(), '--database', 'served', '--events', file, '--port', '0');
    await command.address();
  });
  afterAll(async () => {
    command.process.kill('SIGKILL');
    await command.ended();
    await shards.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers over HTTP as the engine does', async () => {
    const engine = createEngine();
    await engine.ingest(JSON.stringify(events), { format: 'json' });
    const expected = await engine.summary('superapp', { start, end, timezone: 'UTC', metrics });
    expect((await ask()).metrics).toEqual(expected.metrics);
  });

  it('ends a question that takes long once the client has closed its connection', async () => {
    // What is asked has no end from now on: one event comes again and again.
    await send(url(), 'rename table served.places_1800000_0 to served.kept');
    await send(
      url(),
      `create view served.places_1800000_0 as
        select kept.* from (select number from system.numbers) n cross join (select * from served.kept limit 1) kept`,
    );
    const asked = () =>
      send(
        url(),
        "select count() from system.processes where query like '%active_users%' and query not like '%processes%'",
      );
    const leaving = new AbortController();
    const answer = expect(ask(leaving.signal)).rejects.toThrow('gone');
    await vi.waitFor(async () => expect(await asked()).toBe('1'), { timeout: 20_000 });
    leaving.abort(new Error('gone'));
    await answer;
    await vi.waitFor(async () => expect(await asked()).toBe('0'), { timeout: 20_000 });
  });
});
