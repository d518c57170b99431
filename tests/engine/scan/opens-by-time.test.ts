import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#engine/index.js';

const second = 1000;
const start = Date.parse('2026-03-02T00:00:00Z');
const users = 20_000;

/** So many opens that few of them are found by time: one begins every minute, sees two pages in two minutes, and ends. */
function manyOpens(): Engine {
  const engine = createEngine();
  const open = (user: number) => [0, 120].map((at) => ({ user: `u${user}`, ts: start + (user * 60 + at) * second }));
  const events = Array.from({ length: users }, (_, user) => open((user * 7919) % users)).flat();
  const columns = { ts: Float64Array.from(events, ({ ts }) => ts), user_id: events.map(({ user }) => user) };
  engine.ingestColumns({
    ...columns,
    event: events.map(() => 'page_view'),
    page_path: events.map(({ ts }) => `p${ts % 7}`),
  });
  return engine;
}

describe('a short range among very many opens', () => {
  let engine: Engine;
  const hour = { start: '2026-03-05T00:00:00Z', end: '2026-03-05T01:00:00Z' };

  beforeAll(() => {
    engine = manyOpens();
  });

  it('counts opens that begin in it, and page views also of those that began before', async () => {
    const { metrics } = await engine.summary('apps/default', {
      ...hour,
      metrics: ['opens', 'visits', 'entries', 'exits'],
    });
    expect(metrics.map(({ value }) => value)).toEqual([60, 120, 60, 60]);
  });

  it('cuts them into minutes', async () => {
    const query = { ...hour, granularity: '10_minutes', metrics: ['visits', 'opens', 'exits'] } as const;
    const { series } = await engine.trend('apps/default', { ...query, metrics: [...query.metrics] });
    expect(series.map(({ values }) => values)).toEqual([
      [20, 20, 20, 20, 20, 20],
      [10, 10, 10, 10, 10, 10],
      [10, 10, 10, 10, 10, 10],
    ]);
  });

  it('does not count those of a user whose events have moved twice', async () => {
    const moved = Math.round((Date.parse(hour.start) - start) / 60 / second) + 5;
    const late = {
      ts: Float64Array.of(Date.parse(hour.start) + 400 * second),
      user_id: [`u${moved}`],
      event: ['share'],
    };
    await engine.summary('apps/default', { ...hour, metrics: ['opens'] });
    engine.ingestColumns(late);
    const { metrics } = await engine.summary('apps/default', { ...hour, metrics: ['opens', 'visits', 'shares'] });
    expect(metrics.map(({ value }) => value)).toEqual([60, 120, 1]);
  });
});

describe('people who are counted in the order of time', () => {
  it('count once a day where two of their opens begin at one instant and the second goes on past midnight', async () => {
    const night = Date.parse('2026-03-02T23:59:00Z');
    const engine = createEngine();
    const ts = Float64Array.of(night, night, night + 120 * second, night - 1, night + 90 * second);
    const event = ['launch', 'launch', 'page_view', 'launch', 'launch'];
    engine.ingestColumns({ ts, user_id: ['u', 'u', 'u', 'v', 'w'], event });
    const { series } = await engine.trend('apps/default', {
      ...{ start: '2026-03-02', end: '2026-03-03', granularity: 'day' },
      metrics: ['active_users', 'opens', 'new_users'],
    });
    expect(series.map(({ values }) => values)).toEqual([
      [2, 2],
      [3, 1],
      [2, 1],
    ]);
  });
});
