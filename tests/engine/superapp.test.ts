import { describe, expect, it } from 'vitest';
import type { App } from '#contract/api.js';
import { engineOf, valuesOf, type TestEvent } from './support/engine-of.js';

const app = (id: string, type: App['type'], more: Partial<App> = {}): App => ({
  id,
  name: id,
  type,
  status: 'available',
  ...more,
});

describe('the superapp scope', () => {
  const events: TestEvent[] = [
    // One person in two apps, known by a guid that only some events carry.
    ['x1', 0, 'page_view', { app_id: 'shop', page_path: 'home' }],
    ['x1', 9, 'page_view', { app_id: 'shop', page_path: 'home', guid: 'g' }],
    ['x2', 100, 'page_view', { app_id: 'game', page_path: 'home', guid: 'g' }],
    // A user id may be a guid itself.
    ['g', 200, 'page_view', { app_id: 'news', page_path: 'home' }],
    // The same user id in two apps without a guid is one person.
    ['y', 300, 'page_view', { app_id: 'shop', page_path: 'cart' }],
    ['y', '2026-03-03T10:00:00Z', 'page_view', { app_id: 'game', page_path: 'home' }],
  ];
  const metrics = ['active_users', 'new_users', 'opens', 'visits'];
  const both = { start: '2026-03-02', end: '2026-03-03' };

  it('counts a user once across apps, by guid, else by user id', async () => {
    const engine = await engineOf(events);
    expect(await valuesOf(engine, metrics, both, 'superapp')).toEqual({
      active_users: 2,
      new_users: 2,
      opens: 5,
      visits: 6,
    });
    expect(await valuesOf(engine, metrics, both, 'apps/shop')).toMatchObject({ active_users: 2, opens: 2 });
  });

  it("takes a user's first guid by time in that app", async () => {
    const engine = await engineOf([
      ['x', 10, 'page_view', { app_id: 'a', guid: 'late' }],
      ['x', 5, 'page_view', { app_id: 'a', guid: 'early' }],
      ['z', 0, 'page_view', { app_id: 'b', guid: 'early' }],
      ['x', 0, 'page_view', { app_id: 'b' }],
    ]);
    expect(await valuesOf(engine, ['active_users'], {}, 'superapp')).toEqual({ active_users: 2 });
  });

  it('means first in the scope by first visit', async () => {
    const engine = await engineOf(events);
    const second = { start: '2026-03-03', end: '2026-03-03' };
    expect(await valuesOf(engine, ['new_users'], second, 'superapp')).toEqual({ new_users: 0 });
    expect(await valuesOf(engine, ['new_users'], second, 'apps/game')).toEqual({ new_users: 1 });
  });

  it('can be narrowed to types of apps, and first visits with it', async () => {
    const apps = [app('shop', 'mini_program'), app('game', 'mini_game'), app('news', 'h5_app')];
    const engine = await engineOf(events, { apps });
    const games = { ...both, app_type: ['mini_game' as const] };
    expect(await valuesOf(engine, metrics, games, 'superapp')).toEqual({
      active_users: 2,
      new_users: 2,
      opens: 2,
      visits: 2,
    });
  });

  it('keys pages by app and path', async () => {
    const engine = await engineOf(events);
    const query = { ...both, dimension: 'page_path', metrics: ['page_visits', 'page_visitors'] };
    const { rows } = await engine.breakdown('superapp', query);
    expect(rows.map(({ app: owner, key, values }) => [owner, key, ...Object.values(values)])).toEqual(
      [
        ['game', 'home', 2, 2],
        ['shop', 'home', 2, 1],
        ['shop', 'cart', 1, 1],
        ['news', 'home', 1, 1],
      ].sort(
        (a, b) =>
          Number(b[2]) - Number(a[2]) ||
          (String(a[1]) < String(b[1]) ? -1 : String(a[1]) > String(b[1]) ? 1 : String(a[0]) < String(b[0]) ? -1 : 1),
      ),
    );
  });

  it('counts monthly active users in the calendar month that holds the end of the period', async () => {
    const engine = await engineOf([
      ['a', '2026-02-28T10:00:00Z', 'page_view', { app_id: 'p' }],
      ['b', '2026-03-01T10:00:00Z', 'page_view', { app_id: 'p' }],
      ['b', '2026-03-05T10:00:00Z', 'page_view', { app_id: 'q' }],
      ['c', '2026-03-31T10:00:00Z', 'page_view', { app_id: 'q' }],
    ]);
    expect(await valuesOf(engine, ['mau'], { start: '2026-02-20', end: '2026-03-02' }, 'superapp')).toEqual({ mau: 2 });
    const range = { start: '2026-02-01', end: '2026-03-31' };
    const trend = await engine.trend('superapp', { ...range, granularity: 'month', metrics: ['mau'] });
    expect(trend.series[0]!.values).toEqual([1, 2]);
  });

  it('takes created and available apps from the registry', async () => {
    const engine = await engineOf(events, {
      apps: [
        app('shop', 'mini_program', { created_at: '2026-02-01T00:00:00Z', available_from: '2026-03-02T08:00:00Z' }),
        app('game', 'mini_game', { created_at: '2026-03-03T08:00:00Z', available_from: '2026-03-03T09:00:00Z' }),
        app('news', 'h5_app', {
          created_at: '2026-01-01T00:00:00Z',
          available_from: '2026-01-01T00:00:00Z',
          available_to: '2026-03-03T00:00:00Z',
        }),
      ],
    });
    const query = {
      start: '2026-03-01',
      end: '2026-03-03',
      granularity: 'day',
      metrics: ['apps_created', 'apps_available'],
    } as const;
    const trend = await engine.trend('superapp', { ...query, metrics: [...query.metrics] });
    expect(trend.series.map(({ values }) => values)).toEqual([
      [2, 2, 3],
      [1, 2, 2],
    ]);
    const unknown = await engineOf(events);
    expect(await valuesOf(unknown, ['apps_created'], both, 'superapp')).toEqual({ apps_created: null });
  });

  it('does not know an app that no accepted event has named', async () => {
    const engine = await engineOf(events);
    await expect(valuesOf(engine, metrics, both, 'apps/none')).rejects.toMatchObject({ code: 'app_not_found' });
  });
});
