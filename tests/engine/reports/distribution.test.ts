import { describe, expect, it } from 'vitest';
import type { DistributionQuery } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { engineOf, type TestEvent } from '../support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };
const countsOf = async (engine: Engine, of: DistributionQuery['of']) => {
  const { buckets, total } = await engine.distribution('apps/default', { ...day, of });
  return { total, counts: Object.fromEntries(buckets.map(({ from, to, count }) => [`${from}–${to ?? ''}`, count])) };
};
const stayed = (user: string, ms: number): TestEvent => [user, 0, 'page_view', { duration_ms: ms }];

describe('distribution', () => {
  it('puts whole seconds of stay, rounded down, into classes whose upper bound is included', async () => {
    const stays = [0, 2999, 3000, 5999, 6000, 100_999, 101_000];
    const engine = await engineOf(stays.map((ms, index) => stayed(`u${index}`, ms)));
    expect(await countsOf(engine, 'visit_duration')).toEqual({
      total: 7,
      counts: { '0–2': 2, '3–5': 2, '6–10': 1, '11–20': 0, '21–30': 0, '31–50': 0, '51–100': 1, '101–': 1 },
    });
  });

  it('counts distinct pages, with a class for none only where there is one', async () => {
    const views = (user: string, pages: readonly string[]): TestEvent[] =>
      pages.map((page_path, at) => [user, at, 'page_view', { page_path }]);
    const events = [...views('a', ['x', 'x', 'y']), ...views('b', 'abcdefghijk'.split('')), ...views('c', ['x', 'x'])];
    const without = await countsOf(await engineOf(events), 'visit_depth');
    expect(without).toEqual({
      total: 3,
      counts: { '1–1': 1, '2–2': 1, '3–3': 0, '4–4': 0, '5–5': 0, '6–10': 0, '11–': 1 },
    });
    const withNone = await countsOf(await engineOf([...events, ['d', 0, 'launch']]), 'visit_depth');
    expect(withNone.counts['0–0']).toBe(1);
    expect(withNone.total).toBe(4);
  });

  it('puts users into classes of how often they open', async () => {
    const launches = (user: string, times: number): TestEvent[] =>
      Array.from({ length: times }, (_, at) => [user, at, 'launch']);
    const engine = await engineOf([
      ...launches('a', 1),
      ...launches('b', 3),
      ...launches('c', 31),
      ...launches('d', 4),
    ]);
    expect(await countsOf(engine, 'opens_per_user')).toEqual({
      total: 4,
      counts: { '1–1': 1, '2–2': 0, '3–4': 2, '5–6': 0, '7–14': 0, '15–30': 0, '31–': 1 },
    });
  });

  it('has shares, and the counts before with their growth', async () => {
    const engine = await engineOf([stayed('a', 0), stayed('b', 4000), ['a', '2026-03-01T10:00:00Z', 'page_view']]);
    const query = { ...day, of: 'visit_duration' as const, compare: ['previous_day' as const] };
    const { buckets } = await engine.distribution('apps/default', query);
    expect(buckets.slice(0, 2)).toEqual([
      {
        from: 0,
        to: 2,
        count: 1,
        share: 0.5,
        comparisons: [
          {
            kind: 'previous_day',
            range: { start: '2026-03-01', end: '2026-03-01' },
            values: { count: 1 },
            growth: { count: 0 },
          },
        ],
      },
      {
        from: 3,
        to: 5,
        count: 1,
        share: 0.5,
        comparisons: [
          {
            kind: 'previous_day',
            range: { start: '2026-03-01', end: '2026-03-01' },
            values: { count: 0 },
            growth: { count: null },
          },
        ],
      },
    ]);
  });
});
