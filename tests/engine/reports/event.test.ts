import { beforeAll, describe, expect, it } from 'vitest';
import type { EventQuery } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { engineOf, type TestEvent } from '../support/engine-of.js';

describe('event analysis', () => {
  let engine: Engine;
  const buy = (user: string, at: string, fields: Record<string, unknown>): TestEvent => [
    user,
    `2026-03-${at}Z`,
    'buy',
    { properties: fields },
  ];
  const ask = (query: Partial<EventQuery>) =>
    engine.event('apps/default', {
      start: '2026-03-02',
      end: '2026-03-03',
      event: 'buy',
      measure: 'total',
      granularity: 'day',
      order: '-value',
      limit: 12,
      ...query,
    });

  beforeAll(async () => {
    engine = await engineOf([
      buy('a', '02T10:00:00', { price: 10, size: 'L', colour: 'red' }),
      buy('a', '02T11:00:00', { price: 30, size: 'M', colour: 'red' }),
      buy('b', '02T10:00:00', { size: 'L', colour: 'blue' }),
      buy('a', '03T10:00:00', { price: 5, size: 'L', colour: 'red' }),
      buy('c', '03T10:00:00', { price: -1, size: 2 }),
      ['d', '2026-03-03T10:00:00Z', 'look', { properties: { price: 99 } }],
    ]);
  });

  it.each([
    ['total', {}, [3, 2], 5],
    ['users', {}, [2, 2], 3],
    ['per_user', {}, [1.5, 1], 5 / 3],
    ['sum', { field: 'properties.price' }, [40, 4], 44],
    ['avg', { field: 'properties.price' }, [20, 2], 11],
    ['min', { field: 'properties.price' }, [10, -1], -1],
    ['max', { field: 'properties.price' }, [30, 5], 30],
  ] as const)('measures %s for each bucket and the range itself', async (measure, query, values, value) => {
    const { series, totals } = await ask({ measure, ...query });
    expect(series).toEqual([{ key: [], values }]);
    expect(totals).toEqual([{ key: [], value }]);
  });

  it('gives null for an average, least or greatest of nothing, 0 for a sum', async () => {
    const filters = [{ field: 'properties.size', operator: 'eq' as const, values: ['XXL'] }];
    const valueOf = async (measure: EventQuery['measure']) =>
      (await ask({ measure, field: 'properties.price', filters })).totals[0]!.value;
    expect(await Promise.all((['avg', 'min', 'max', 'per_user', 'sum', 'total'] as const).map(valueOf))).toEqual([
      null,
      null,
      null,
      null,
      0,
      0,
    ]);
  });

  it('groups by up to two fields, keys keep their type, the rest is one exact row', async () => {
    const grouped = await ask({ measure: 'users', group_by: ['properties.size', 'properties.colour'], limit: 2 });
    expect(grouped.totals).toEqual([
      { key: [2, null], value: 1 },
      { key: ['L', 'blue'], value: 1 },
    ]);
    expect(grouped.series[0]).toEqual({ key: [2, null], values: [0, 1] });
    // L red and M red are both a's.
    expect(grouped.others).toEqual({ row_count: 2, values: [1, 1], value: 1 });
  });

  it('orders by value, ascending where asked', async () => {
    const query = { group_by: ['properties.size'], order: 'value' as const };
    expect((await ask(query)).totals.map(({ key, value }) => [...key, value])).toEqual([
      [2, 1],
      ['M', 1],
      ['L', 3],
    ]);
  });

  it('is one series of zeros for an event never seen', async () => {
    const { series, totals, others } = await ask({ event: 'never' });
    expect([series, totals, others]).toEqual([[{ key: [], values: [0, 0] }], [{ key: [], value: 0 }], null]);
  });

  describe('of a log that names things otherwise', () => {
    const mapping = { roles: { page_view: ['home', 'menu'], share: ['tell'] } } as const;
    const count = async (event: string, orRole?: boolean) => {
      const named = await engineOf(
        [
          ['a', 0, 'home', { page_path: '/' }],
          ['a', 1, 'menu', { page_path: '/menu' }],
          ['a', 2, 'tell', { page_path: '/' }],
          ['b', 3, 'page_view', { page_path: '/' }],
          ['b', 4, 'buy'],
        ],
        { mapping },
      );
      const query = { start: '2026-03-02', end: '2026-03-02', event, measure: 'total', granularity: 'all' } as const;
      const context = orRole === undefined ? undefined : { orRole };
      return (await named.event('apps/default', { ...query, order: '-value', limit: 1 }, context)).totals[0]!.value;
    };

    it('counts a name as itself', async () => {
      expect([await count('home'), await count('page_view'), await count('share'), await count('buy')]).toEqual([1, 1, 0, 1]); // prettier-ignore
    });

    it('counts what plays a role where it may be one, each event once', async () => {
      const asked = ['page_view', 'share', 'home', 'buy', 'launch', 'constructor'];
      expect(await Promise.all(asked.map((name) => count(name, true)))).toEqual([3, 1, 1, 1, 0, 0]);
    });
  });
});
