import { beforeAll, describe, expect, it } from 'vitest';
import type { BreakdownQuery } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { engineOf, valuesOf, type TestEvent } from '../support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };

describe('breakdown', () => {
  let engine: Engine;
  const events: TestEvent[] = [
    ['u', 0, 'page_view', { page_path: 'Home' }],
    ['u', 4, 'page_view', { page_path: 'cart' }],
    ['u', 9, 'page_view', { page_path: 'Home' }],
    ['u', 10, 'share', { page_path: 'Home' }],
    ['v', 0, 'page_view', { page_path: 'cart' }],
    ['w', 0, 'page_view'],
    ['w', 9000, 'launch'],
  ];
  const ask = (query: Partial<BreakdownQuery>) =>
    engine.breakdown('apps/default', { ...day, dimension: 'page_path', metrics: ['page_visits'], ...query });

  beforeAll(async () => {
    engine = await engineOf(events);
  });

  it('has a row for "not set" like for any other key', async () => {
    const metrics = ['page_visits', 'page_visitors', 'page_stay', 'entries', 'exits', 'bounces', 'page_shares'];
    const { rows, row_count: rowCount, others } = await ask({ metrics });
    expect(rows.map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      ['Home', 2, 1, 5, 1, 1, 0, 1],
      ['cart', 2, 2, 5, 1, 1, 1, 0],
      [null, 1, 1, 0, 1, 1, 1, 0],
    ]);
    expect([rowCount, others]).toEqual([3, null]);
  });

  it('gives in each row what the filter gives, so an open stands in several', async () => {
    const metrics = ['opens', 'stay_duration', 'active_users', 'new_users', 'visits'];
    const { rows, totals } = await ask({ metrics });
    for (const { key, values } of rows) {
      const filters = [
        key === null
          ? { field: 'page_path', operator: 'not_set' as const }
          : { field: 'page_path', operator: 'eq' as const, values: [key] },
      ];
      expect(values, String(key)).toEqual(await valuesOf(engine, metrics, { filters }));
    }
    expect(rows.map(({ values }) => values.opens).sort()).toEqual([1, 2, 2]);
    expect(totals.values.opens).toBe(4);
  });

  it('counts others over all keys that are not on the page, with shares and how many they are', async () => {
    const {
      rows,
      others,
      next_cursor: next,
    } = await ask({ metrics: ['page_visitors', 'avg_page_duration'], limit: 1 });
    expect(rows.map(({ key, shares }) => [key, shares])).toEqual([['cart', { page_visitors: 2 / 3 }]]);
    expect(others).toEqual({
      row_count: 2,
      values: { page_visitors: 2, avg_page_duration: 5 / 3 },
      shares: { page_visitors: 2 / 3 },
    });
    const second = await ask({ metrics: ['page_visitors', 'avg_page_duration'], limit: 1, cursor: next! });
    expect(second.rows.map(({ key }) => key)).toEqual(['Home']);
    expect(second.others).toMatchObject({ row_count: 2, values: { page_visitors: 3 } });
    const last = await ask({ metrics: ['page_visitors'], limit: 1, cursor: second.next_cursor! });
    expect(last.rows.map(({ key }) => key)).toEqual([null]);
    expect(last.next_cursor).toBeNull();
  });

  it.each([
    ['the first metric, descending, ties by key', {}, ['Home', 'cart', null]],
    ['a metric, ascending', { order: 'page_visits' }, [null, 'Home', 'cart']],
    ['another metric, descending', { order: '-page_visitors' }, ['cart', 'Home', null]],
  ])('orders by %s', async (_name, query, keys) => {
    expect((await ask(query)).rows.map(({ key }) => key)).toEqual(keys);
  });

  it('searches keys whatever the case, and leaves totals whole', async () => {
    const { rows, row_count: rowCount, others, totals } = await ask({ search: 'hOM' });
    expect(rows.map(({ key }) => key)).toEqual(['Home']);
    expect([rowCount, others, totals.values.page_visits]).toEqual([1, null, 5]);
  });

  it('compares rows, others and totals with the same keys before', async () => {
    const compared = await engineOf([...events, ['v', '2026-03-01T10:00:00Z', 'page_view', { page_path: 'cart' }]]);
    const { rows, others, totals } = await compared.breakdown('apps/default', {
      ...day,
      dimension: 'page_path',
      metrics: ['page_visits'],
      limit: 1,
      order: '-page_visitors',
      compare: ['previous_day'],
    });
    const range = { start: '2026-03-01', end: '2026-03-01' };
    const comparison = (value: number, growth: number | null) => [
      { kind: 'previous_day', range, values: { page_visits: value }, growth: { page_visits: growth } },
    ];
    expect(rows[0]).toMatchObject({ key: 'cart', comparisons: comparison(1, 1) });
    expect(others!.comparisons).toEqual(comparison(0, null));
    expect(totals.comparisons).toEqual(comparison(1, 4));
  });

  it('has no rows and no values for a range without data yet', async () => {
    const { rows, others, totals } = await ask({ start: '2026-04-01', end: '2026-04-01' });
    expect([rows, others, totals]).toEqual([[], null, { values: { page_visits: null } }]);
  });

  it('breaks down by an open dimension, by numbers and by custom fields', async () => {
    const mixed = await engineOf([
      ['a', 0, 'page_view', { device_width: 390, properties: { plan: 'pro', n: 1 } }],
      ['a', 1, 'page_view', { properties: { plan: 'free', n: '1' } }],
      ['b', 0, 'page_view', { device_width: 390, properties: { plan: true } }],
    ]);
    const keysBy = async (dimension: string) => {
      const { rows } = await mixed.breakdown('apps/default', { ...day, dimension, metrics: ['visits'] });
      return rows.map(({ key, values }) => [key, values.visits]);
    };
    expect(await keysBy('device_width')).toEqual([['390', 3]]);
    expect(await keysBy('properties.plan')).toEqual([
      ['free', 1],
      ['pro', 1],
      ['true', 1],
    ]);
    expect(await keysBy('properties.n')).toEqual([
      ['1', 2],
      [null, 1],
    ]);
  });
});
