import { describe, expect, it } from 'vitest';
import { type Engine, createEngine, MemoryLimitError } from '#engine/index.js';
import { append, engineOf, type TestEvent, valuesOf } from './support/engine-of.js';

/** A log of a few hundred users over ten days in a fixed random order. */
function someLog(count: number): TestEvent[] {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const names = ['launch', 'page_view', 'page_view', 'page_leave', 'background', 'share', 'buy'];
  return Array.from({ length: count }, (): TestEvent => {
    const at = random(10 * 86_400);
    const fields = { page_path: `p${random(9)}`, ...(random(3) === 0 ? { os_name: `os${random(3)}` } : {}) };
    return [`u${random(300)}`, at, names[random(names.length)]!, fields];
  });
}

const answersOf = async (engine: Engine) => {
  const range = { start: '2026-03-02', end: '2026-03-11' };
  const metrics = [
    'active_users',
    'new_users',
    'opens',
    'visits',
    'stay_duration',
    'visit_depth_sum',
    'retained_users',
  ];
  const filters = [{ field: 'os_name', operator: 'eq' as const, values: ['os1'] }];
  return Promise.all([
    engine.trend('apps/default', { ...range, granularity: 'day', metrics }),
    engine.breakdown('apps/default', {
      ...range,
      dimension: 'page_path',
      metrics: ['exits', 'page_visitors'],
      filters,
    }),
    engine.retention('apps/default', { ...range, cohort: 'new_users', granularity: 'day' }),
    engine.funnel('apps/default', { ...range, steps: [{ event: 'launch' }, { event: 'share' }, { event: 'buy' }] }),
  ]);
};

describe('appending', () => {
  it('gives the same answers in whatever pieces and order of time events arrive', async () => {
    const log = someLog(12_000);
    const whole = await answersOf(await engineOf(log));
    for (const piece of [5000, 611]) {
      const engine = createEngine();
      for (let from = 0; from < log.length; from += piece) {
        await append(engine, log.slice(from, from + piece));
        // A question between two pieces derives opens, which the next piece has to put right.
        await valuesOf(engine, ['opens'], { start: '2026-03-02', end: '2026-03-11' });
      }
      expect(engine.size.events).toBe(log.length);
      expect(await answersOf(engine)).toEqual(whole);
    }
  });

  it('joins an older event to the open that it belongs to', async () => {
    const engine = await engineOf([
      ['u', 100, 'page_view'],
      ['u', 3000, 'page_view'],
    ]);
    expect(await valuesOf(engine, ['opens'])).toEqual({ opens: 2 });
    await append(engine, [['u', 1500, 'share', {}]]);
    expect(await valuesOf(engine, ['opens'])).toEqual({ opens: 1 });
    await append(engine, [['u', 50, 'launch', { source: 'mail' }]]);
    const filters = [{ field: 'source', operator: 'eq' as const, values: ['mail'] }];
    expect(await valuesOf(engine, ['opens', 'visits'], { filters })).toEqual({ opens: 1, visits: 2 });
  });

  it('moves the clock of the file on', async () => {
    const engine = await engineOf([['u', '2026-03-02T10:00:00Z', 'page_view']], { timezone: 'Asia/Shanghai' });
    expect(new Date(engine.clock.now('Asia/Shanghai')).toISOString()).toBe('2026-03-02T16:00:00.000Z');
    expect(new Date(engine.clock.now('UTC')).toISOString()).toBe('2026-03-03T00:00:00.000Z');
    await append(engine, [['u', '2026-03-03T00:00:00Z', 'page_view']]);
    expect(new Date(engine.clock.now('UTC')).toISOString()).toBe('2026-03-04T00:00:00.000Z');
  });

  it('ignores a second event with the same id, in the same piece or a later one', async () => {
    const engine = createEngine();
    const rows = (...ids: (string | null)[]) =>
      JSON.stringify(
        ids.map((event_id) => ({ user_id: 'u', ts: '2026-03-02T10:00:00Z', event: 'page_view', event_id })),
      );
    expect(await engine.ingest(rows('1', '2', '1', null, null))).toMatchObject({ accepted: 4, duplicate: 1 });
    expect(await engine.ingest(rows('2', '3'))).toMatchObject({ accepted: 1, duplicate: 1 });
    expect(await valuesOf(engine, ['visits'])).toEqual({ visits: 5 });
  });

  it('collects NDJSON and arrays only: a CSV body is lines that are no JSON', async () => {
    const engine = createEngine();
    const body = new Blob(['user_id,ts,event\nann,2026-03-01T00:00:00Z,launch\n']).stream();
    expect(await engine.collect('mine', body)).toMatchObject({ accepted: 0, rejected: 2 });
  });

  it('collects to an app, which makes it, and rejects what names another', async () => {
    const engine = createEngine();
    const lines = [
      { user_id: 'u', ts: '2026-03-02T10:00:00Z', event: 'page_view' },
      { user_id: 'u', ts: '2026-03-02T10:00:01Z', event: 'page_view', app_id: 'other' },
    ];
    const body = new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]).stream();
    expect(await engine.collect('mine', body)).toMatchObject({ accepted: 1, rejected: 1, rejections: [{ row: 2 }] });
    expect((await engine.apps()).map(({ id }) => id)).toEqual(['mine']);
    expect(await valuesOf(engine, ['visits'], {}, 'apps/mine')).toEqual({ visits: 1 });
  });
});

describe('a memory limit', () => {
  it('refuses more with a clear error and keeps what is there', async () => {
    const engine = createEngine({ memoryLimitBytes: 800_000 });
    await append(engine, someLog(2000));
    const before = engine.size.events;
    await expect(append(engine, someLog(60_000))).rejects.toThrow(MemoryLimitError);
    await expect(append(engine, someLog(60_000))).rejects.toThrow(/holds \d+ events and refuses more/);
    expect(engine.size.events).toBeGreaterThanOrEqual(before);
    expect(engine.size.bytes).toBeLessThan(800_000);
    expect((await valuesOf(engine, ['visits'], { range: 'last_90_days' })).visits).toBeGreaterThan(0);
  });

  it('is far: an event of a plain log takes less than 60 bytes', async () => {
    const engine = createEngine();
    await append(engine, someLog(50_000));
    await answersOf(engine);
    expect(engine.size.bytes / engine.size.events).toBeLessThan(60);
  });
});
