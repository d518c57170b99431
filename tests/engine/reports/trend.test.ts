import { describe, expect, it } from 'vitest';
import type { TrendQuery } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { engineOf, type TestEvent } from '../support/engine-of.js';

const seriesOf = async (engine: Engine, query: TrendQuery) => {
  const report = await engine.trend('apps/default', query);
  return Object.fromEntries(report.series.map(({ metric, key, values }) => [[metric, key].join(' ').trim(), values]));
};

const visit = (user: string, at: string, fields: Record<string, unknown> = {}): TestEvent => [
  user,
  at,
  'page_view',
  fields,
];

describe('trend', () => {
  it('counts users of each bucket for itself', async () => {
    const engine = await engineOf([
      visit('a', '2026-03-02T10:00:00Z'),
      visit('a', '2026-03-03T10:00:00Z'),
      visit('b', '2026-03-03T10:00:00Z'),
    ]);
    const query = { start: '2026-03-02', end: '2026-03-04', metrics: ['active_users', 'cumulative_users'] };
    expect(await seriesOf(engine, { ...query, granularity: 'day' })).toEqual({
      active_users: [1, 2, null],
      cumulative_users: [1, 2, null],
    });
    expect(await seriesOf(engine, { ...query, granularity: 'all' })).toEqual({
      active_users: [2],
      cumulative_users: [2],
    });
  });

  it('cuts buckets in the zone of the report', async () => {
    const engine = await engineOf([visit('a', '2026-03-02T15:59:00Z'), visit('a', '2026-03-02T16:01:00Z')]);
    const query: TrendQuery = { start: '2026-03-02', end: '2026-03-03', granularity: 'day', metrics: ['visits'] };
    expect(await seriesOf(engine, { ...query, timezone: 'Asia/Shanghai' })).toEqual({ visits: [1, 1] });
    expect(await seriesOf(engine, { ...query, timezone: 'UTC' })).toEqual({ visits: [2, null] });
  });

  it('keeps the hour that a clock repeats apart', async () => {
    const engine = await engineOf([
      visit('a', '2026-11-01T05:30:00Z'),
      visit('b', '2026-11-01T06:30:00Z'),
      visit('b', '2026-11-01T23:30:00Z'),
    ]);
    const query: TrendQuery = {
      start: '2026-11-01',
      end: '2026-11-01',
      granularity: 'hour',
      metrics: ['active_users'],
    };
    const { active_users: hours } = await seriesOf(engine, { ...query, timezone: 'America/New_York' });
    expect(hours).toHaveLength(25);
    expect(hours!.slice(0, 4)).toEqual([0, 1, 1, 0]);
  });

  it('marks the bucket that is running, and leaves those to come without values', async () => {
    const engine = await engineOf([visit('a', '2026-03-02T10:00:00Z')], { now: '2026-03-02T12:00:00Z' });
    const query: TrendQuery = {
      start: '2026-03-01',
      end: '2026-03-03',
      granularity: 'day',
      metrics: ['visits', 'bounce_rate'],
    };
    const report = await engine.trend('apps/default', query);
    expect(report.buckets.map(({ state }) => state)).toEqual(['complete', 'running', 'future']);
    expect(report.series.map(({ values }) => values)).toEqual([
      [0, 1, null],
      [null, 1, null],
    ]);
  });

  it('takes the whole calendar bucket before as the period before, also for a clipped bucket', async () => {
    const engine = await engineOf([
      visit('a', '2026-02-23T10:00:00Z'), // Monday of the week before
      visit('a', '2026-03-05T10:00:00Z'),
      visit('b', '2026-03-02T10:00:00Z'), // Monday of the same week, before the range
      visit('b', '2026-03-05T10:00:00Z'),
      visit('c', '2026-03-09T10:00:00Z'),
      visit('b', '2026-03-09T10:00:00Z'),
    ]);
    const query: TrendQuery = {
      start: '2026-03-04',
      end: '2026-03-10',
      granularity: 'week',
      metrics: ['active_users', 'new_users', 'retained_users', 'backflow_users'],
    };
    const report = await engine.trend('apps/default', query);
    expect(report.buckets.map(({ start, state }) => [start, state])).toEqual([
      ['2026-03-04', 'clipped'],
      ['2026-03-09', 'running'],
    ]);
    expect(report.series.map(({ values }) => values)).toEqual([
      [2, 2],
      [0, 1],
      [1, 1],
      [1, 0],
    ]);
  });

  it('keeps a comparison whole and aligned by index', async () => {
    const engine = await engineOf([visit('a', '2026-03-01T20:00:00Z'), visit('a', '2026-03-02T10:00:00Z')], {
      now: '2026-03-02T12:00:00Z',
    });
    const query: TrendQuery = {
      start: '2026-03-02',
      end: '2026-03-02',
      granularity: 'hour',
      metrics: ['visits'],
      compare: ['previous_day'],
    };
    const { series, comparisons } = await engine.trend('apps/default', query);
    expect(series[0]!.values[10]).toBe(1);
    expect(series[0]!.values[20]).toBeNull();
    expect(comparisons[0]).toMatchObject({ kind: 'previous_day', range: { start: '2026-03-01', end: '2026-03-01' } });
    expect(comparisons[0]!.series[0]!.values[20]).toBe(1);
    expect(comparisons[0]!.buckets).toHaveLength(24);
  });

  it('counts others over the rest of the keys, not as a sum', async () => {
    const engine = await engineOf([
      visit('a', '2026-03-02T10:00:00Z', { page_path: 'x' }),
      visit('b', '2026-03-02T10:00:00Z', { page_path: 'x' }),
      visit('a', '2026-03-02T10:01:00Z', { page_path: 'y' }),
      visit('a', '2026-03-02T10:02:00Z', { page_path: 'z' }),
      visit('a', '2026-03-02T10:03:00Z'),
    ]);
    const report = await engine.trend('apps/default', {
      start: '2026-03-02',
      end: '2026-03-02',
      granularity: 'day',
      metrics: ['page_visitors'],
      breakdown_by: 'page_path',
      limit: 1,
    });
    expect(report.series).toEqual([{ metric: 'page_visitors', key: 'x', label: 'x', values: [2] }]);
    expect(report.others).toEqual({ row_count: 3, series: [{ metric: 'page_visitors', values: [1] }] });
  });

  it('leaves buckets to come without values in every series', async () => {
    const engine = await engineOf(
      [
        visit('a', '2026-03-02T10:00:00Z', { page_path: 'x' }),
        visit('b', '2026-03-02T10:00:00Z', { page_path: 'y' }),
        visit('b', '2026-03-02T10:00:00Z', { page_path: 'y' }),
      ],
      { now: '2026-03-02T12:00:00Z' },
    );
    const query = { start: '2026-03-02', end: '2026-03-04', granularity: 'day', breakdown_by: 'page_path' } as const;
    const { series } = await engine.trend('apps/default', { ...query, metrics: ['visits'] });
    expect(series.map(({ key, values }) => [key, ...values])).toEqual([
      ['y', 2, null, null],
      ['x', 1, null, null],
    ]);
  });

  it('sees a minute at once under standard, and at the next half hour under tencent_sas', async () => {
    const events = [visit('a', '2026-03-02T10:03:00Z')];
    const query: TrendQuery = {
      start: '2026-03-02T10:00:00Z',
      end: '2026-03-02T10:05:00Z',
      granularity: 'minute',
      metrics: ['visits'],
    };
    const at = async (now: string, profile: string) => seriesOf(await engineOf(events, { now }), { ...query, profile });
    expect(await at('2026-03-02T10:04:30Z', 'standard')).toEqual({ visits: [0, 0, 0, 1, 0] });
    expect(await at('2026-03-02T10:29:59Z', 'tencent_sas')).toEqual({ visits: [null, null, null, null, null] });
    expect(await at('2026-03-02T10:30:00Z', 'tencent_sas')).toEqual({ visits: [0, 0, 0, 1, 0] });
    expect(await at('2026-03-02T10:14:59Z', 'weixin')).toEqual({ visits: [null, null, null, null, null] });
    expect(await at('2026-03-02T10:15:00Z', 'weixin')).toEqual({ visits: [0, 0, 0, 1, 0] });
  });
});
