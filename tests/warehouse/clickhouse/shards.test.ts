import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SummaryQuery } from '#contract/api.js';
import { generateEvents } from '#mocks/events.js';
import { openClickHouse, type ClusterWarehouse } from '#warehouse/index.js';
import { clusterName, hasClickHouse, startShards, type Shards } from './shards.js';

// Servers have to start, and make a dozen tables for each database.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const query: SummaryQuery = { range: 'last_30_days', metrics: ['active_users', 'opens', 'visits', 'new_users'] };
const options = { database: 'shards', cluster: clusterName };
const events = [...generateEvents({ until: Date.parse('2026-03-02T00:00:00Z'), scale: 0.01 })];
const shardAway = /^The ClickHouse shard \S+:\d+ does not answer: events of the users whom it holds are not counted\.$/;
const bodyOf = (some: readonly object[]) => new Blob([some.map((event) => JSON.stringify(event)).join('\n')]).stream();

describe.skipIf(!hasClickHouse)('events on two shards', () => {
  let shards: Shards;
  let warehouse: ClusterWarehouse;
  const parts = () =>
    Promise.all(
      shards.urls.map(async (url) => {
        const answer = await fetch(url, {
          method: 'POST',
          body: 'select count(), uniqExact(user_id) from shards.events_shard',
        });
        return (await answer.text()).trim().split('\t').map(Number) as [number, number];
      }),
    );

  beforeAll(async () => {
    shards = await startShards(2);
    warehouse = await openClickHouse(shards.urls, options);
    await warehouse.ingest(JSON.stringify(events), { format: 'json' });
  });
  afterAll(async () => {
    await warehouse.close();
    await shards.stop();
  });

  it('lie with all of a user on one of them', async () => {
    const found = await parts();
    const users = new Set(events.map(({ app_id: app, user_id: user }) => `${app ?? ''} ${user}`));
    expect(found.every(([count]) => count > 0)).toBe(true);
    expect(found.reduce((sum, [count]) => sum + count, 0)).toBe(events.length);
    expect(found.reduce((sum, [, ofShard]) => sum + ofShard, 0)).toBeLessThanOrEqual(users.size);
  });

  it('count once, however often a batch is sent again', async () => {
    const before = await warehouse.summary('superapp', query);
    const at = Date.parse('2026-02-27T10:00:00Z');
    const batch = Array.from({ length: 20 }, (_, n) => ({
      ...{ user_id: `late ${n % 7}`, event: n < 7 ? 'launch' : 'page_view', ts: at + n * 1000, event_id: `late ${n}` },
    }));
    expect(await warehouse.collect('shop', bodyOf(batch))).toMatchObject({ accepted: 20, duplicate: 0 });
    const after = await warehouse.summary('superapp', query);
    expect(after.metrics.map(({ value }, at) => value! - before.metrics[at]!.value!)).toEqual([7, 7, 13, 7]);
    expect(await warehouse.collect('shop', bodyOf(batch))).toMatchObject({ accepted: 0, duplicate: 20 });
    expect(await warehouse.summary('superapp', query)).toEqual(after);
  });

  it('are in the tables of opens and first visits once no more come, without a question', async () => {
    const ts = Date.parse('2026-02-27T12:00:00Z');
    await warehouse.collect('shop', bodyOf([{ user_id: 'unasked', event: 'launch', ts, event_id: 'unasked' }]));
    const rowsOf = async (table: string) => {
      const body = `select count() from shards.${table}_1800000_0 where user_id = 'unasked' and ts = ${ts}`;
      return (await (await fetch(shards.urls[0]!, { method: 'POST', body })).text()).trim();
    };
    for (const table of ['places', 'opens', 'firsts'])
      await vi.waitFor(async () => expect(await rowsOf(table)).toBe('1'), { timeout: 20_000 });
  });

  it('do not count where their file broke off, then or after the next start', async () => {
    const before = await warehouse.summary('superapp', query);
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify({ ...events[0], event_id: 'broken' })}\n`));
        controller.error(new Error('broke off'));
      },
    });
    await expect(warehouse.ingest(broken, { format: 'ndjson' })).rejects.toThrow('broke off');
    expect(await warehouse.summary('superapp', query)).toEqual(before);
    await warehouse.close();
    warehouse = await openClickHouse(shards.urls, options);
    expect(await warehouse.summary('superapp', query)).toEqual(before);
    expect((await warehouse.apps()).map(({ id }) => id)).toContain('shop');
  });

  it('are loaded from a file once', async () => {
    const open = () => Promise.resolve(JSON.stringify([{ ...events[0], event_id: 'of a file' }]));
    expect(await warehouse.load(open, 'hash')).toMatchObject({ isNew: true, accepted: 1 });
    expect(await warehouse.load(open, 'hash')).toMatchObject({ isNew: false, accepted: 1 });
  });

  it('are not waited for any more where nobody does', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(warehouse.summary('superapp', query, { signal })).rejects.toThrow('gone');
    const leaving = new AbortController();
    const outcome = expect(warehouse.summary('superapp', query, { signal: leaving.signal })).rejects.toThrow('gone');
    setImmediate(() => leaving.abort(new Error('gone')));
    await outcome;
  });

  it('are all asked, or else the answer is that a shard is away and which, or says so where it may be partial', async () => {
    const users = Array.from({ length: 50 }, (_, n) => ({
      user_id: `new ${n}`,
      event: 'launch',
      ts: 1_772_000_000_000,
    }));
    const partial = await openClickHouse(shards.urls, { ...options, allowsPartialAnswers: true });
    const whole = await partial.summary('superapp', query);
    expect(whole.meta).toMatchObject({ approximate: false });
    const [, ofShard] = (await parts())[0]!;
    await shards.kill(1);
    const earlier = { ...query, range: undefined, start: '2026-02-01', end: '2026-02-27' } as never;
    for (const asked of [query, query, earlier]) {
      const { meta, metrics } = await partial.summary('superapp', asked);
      expect(meta).toMatchObject({
        approximate: true,
        approximate_reason: expect.stringMatching(shardAway) as unknown,
      });
      expect(metrics[0]!.value).toBeGreaterThan(0);
      expect(metrics[0]!.value).toBeLessThanOrEqual(ofShard);
    }
    await expect(partial.collect('shop', bodyOf(users))).rejects.toMatchObject({ code: 'unavailable' });
    await partial.close();
    const refused = expect.objectContaining({ name: 'ReportError', code: 'unavailable' }) as unknown;
    await expect(warehouse.summary('superapp', query)).rejects.toEqual(refused);
    await expect(warehouse.summary('superapp', query)).rejects.toThrow(/shard \S+:\d+ does not answer/);
    await expect(warehouse.collect('shop', bodyOf(users))).rejects.toEqual(refused);
    await shards.kill(0);
    await expect(warehouse.summary('superapp', query)).rejects.toThrow(new URL(shards.urls[0]!).host);
  });
});
