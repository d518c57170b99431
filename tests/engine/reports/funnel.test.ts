import { describe, expect, it } from 'vitest';
import type { FunnelQuery } from '#contract/api.js';
import { engineOf, type TestEvent } from '../support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };
const steps = (...events: string[]) => events.map((event) => ({ event }));
const ask = async (
  events: readonly TestEvent[],
  query: Partial<FunnelQuery>,
  scope: 'apps/default' | 'superapp' = 'apps/default',
) => {
  const engine = await engineOf(events);
  return engine.funnel(scope, { ...day, steps: steps('a', 'b', 'c'), ...query });
};
const usersOf = async (events: readonly TestEvent[], query: Partial<FunnelQuery> = {}) =>
  (await ask(events, query)).steps.map(({ users }) => users);

describe('funnel', () => {
  it('lets any other events lie between', async () => {
    expect(
      await usersOf([
        ['u', 0, 'a'],
        ['u', 1, 'x'],
        ['u', 2, 'b'],
        ['u', 3, 'a'],
        ['u', 4, 'c'],
      ]),
    ).toEqual([1, 1, 1]);
  });

  it('takes each event later than the one before', async () => {
    expect(
      await usersOf([
        ['u', 0, 'b'],
        ['u', 1, 'a'],
        ['u', 2, 'c'],
      ]),
    ).toEqual([1, 0, 0]);
  });

  it('takes equal timestamps in ingestion order', async () => {
    expect(
      await usersOf([
        ['u', 0, 'a'],
        ['u', 0, 'b'],
        ['u', 0, 'c'],
      ]),
    ).toEqual([1, 1, 1]);
    expect(
      await usersOf([
        ['u', 0, 'c'],
        ['u', 0, 'b'],
        ['u', 0, 'a'],
      ]),
    ).toEqual([1, 0, 0]);
  });

  it("includes the window's end", async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a'],
      ['u', 5, 'b'],
      ['u', 10, 'c'],
    ];
    expect(await usersOf(events, { window_seconds: 10 })).toEqual([1, 1, 1]);
    expect(await usersOf(events, { window_seconds: 9 })).toEqual([1, 1, 0]);
  });

  it("measures the window from the chain's first event, and starts anew where a later first event reaches further", async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a'],
      ['u', 5, 'b'],
      ['u', 20, 'a'],
      ['u', 22, 'b'],
      ['u', 25, 'c'],
    ];
    expect(await usersOf(events, { window_seconds: 6 })).toEqual([1, 1, 1]);
  });

  it('does not join the steps of two starts into one chain', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a'],
      ['u', 5, 'b'],
      ['u', 20, 'a'],
      ['u', 25, 'c'],
    ];
    expect(await usersOf(events, { window_seconds: 10 })).toEqual([1, 1, 0]);
  });

  it('lets one event serve one step, also where two steps name the same event', async () => {
    expect(await usersOf([['u', 0, 'a']], { steps: steps('a', 'a') })).toEqual([1, 0]);
    expect(
      await usersOf(
        [
          ['u', 0, 'a'],
          ['u', 0, 'a'],
        ],
        { steps: steps('a', 'a') },
      ),
    ).toEqual([1, 1]);
    expect(
      await usersOf(
        [
          ['u', 0, 'a'],
          ['u', 1, 'b'],
          ['u', 2, 'a'],
        ],
        { steps: steps('a', 'b', 'a') },
      ),
    ).toEqual([1, 1, 1]);
  });

  it('takes all events of a chain from the range', async () => {
    const events: TestEvent[] = [
      ['u', '2026-03-01T23:59:59Z', 'a'],
      ['u', 0, 'b'],
      ['v', 0, 'a'],
      ['v', '2026-03-03T00:00:00Z', 'b'],
    ];
    expect(await usersOf(events)).toEqual([1, 0, 0]);
  });

  it('names raw events and roles', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view'],
      ['u', 1, 'pay'],
      ['v', 0, 'page_view'],
    ];
    expect(await usersOf(events, { steps: steps('page_view', 'pay') })).toEqual([2, 1]);
    const engine = await engineOf(
      [
        ['u', 0, 'home'],
        ['u', 1, 'buy'],
      ],
      { mapping: { roles: { page_view: ['home'], pay: ['buy'] } } },
    );
    const named = async (...events_: string[]) => {
      const report = await engine.funnel('apps/default', { ...day, steps: steps(...events_) });
      return report.steps.map(({ users }) => users);
    };
    expect(await named('home', 'buy')).toEqual([1, 1]);
    expect(await named('page_view', 'pay')).toEqual([1, 1]);
  });

  it("applies the question's filters to every step, and a step's to itself", async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a', { properties: { plan: 'pro' } }],
      ['u', 1, 'b', { properties: { plan: 'free' } }],
      ['v', 0, 'a', { properties: { plan: 'pro' } }],
      ['v', 1, 'b', { properties: { plan: 'pro' } }],
    ];
    const filters = [{ field: 'properties.plan', operator: 'eq' as const, values: ['pro'] }];
    expect(await usersOf(events, { steps: steps('a', 'b'), filters })).toEqual([2, 1]);
    expect(await usersOf(events, { steps: [{ event: 'a' }, { event: 'b', filters }] })).toEqual([2, 1]);
    expect(await usersOf(events, { steps: [{ event: 'a', filters }, { event: 'b' }] })).toEqual([2, 2]);
  });

  it('of the longest chains takes the one that completes earliest, of these the one that starts latest', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a'],
      ['u', 10, 'a'],
      ['u', 13, 'b'],
      ['u', 20, 'a'],
      ['u', 21, 'b'],
    ];
    const report = await ask(events, { steps: steps('a', 'b') });
    expect(report.steps[1]).toMatchObject({ users: 1, median_seconds: 3 });
  });

  it('gives rates, drop-off, and times by linear interpolation between order statistics', async () => {
    const events: TestEvent[] = [1, 2, 4, 10].flatMap((seconds, n): TestEvent[] => [
      [`u${n}`, 0, 'a'],
      [`u${n}`, seconds, 'b'],
    ]);
    const { steps: found } = await ask([...events, ['v', 0, 'a']], { steps: steps('a', 'b', 'c') });
    expect(found).toEqual([
      {
        event: 'a',
        users: 5,
        conversion_rate: 1,
        step_conversion_rate: null,
        drop_off: null,
        median_seconds: null,
        p90_seconds: null,
      },
      {
        event: 'b',
        users: 4,
        conversion_rate: 0.8,
        step_conversion_rate: 0.8,
        drop_off: 1,
        median_seconds: 3,
        p90_seconds: expect.closeTo(8.2, 9),
      },
      {
        event: 'c',
        users: 0,
        conversion_rate: 0,
        step_conversion_rate: 0,
        drop_off: 4,
        median_seconds: null,
        p90_seconds: null,
      },
    ]);
  });

  it("groups users by the value on the chain's first event, so groups add up", async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a', { properties: { plan: 'free' } }],
      ['u', 5, 'a', { properties: { plan: 'pro' } }],
      ['u', 6, 'b', { properties: { plan: 'free' } }],
      ['v', 0, 'a', { properties: { plan: 'free' } }],
      ['w', 0, 'a'],
    ];
    const { groups } = await ask(events, { steps: steps('a', 'b'), group_by: ['properties.plan'] });
    expect(groups.map(({ key, steps: found }) => [key, ...found.map(({ users }) => users)])).toEqual([
      [['free'], 1, 0],
      [['pro'], 1, 1],
      [[null], 1, 0],
    ]);
  });

  it('follows a person across apps', async () => {
    const events: TestEvent[] = [
      ['u1', 3, 'b', { app_id: 'x', guid: 'g' }],
      ['u2', 1, 'a', { app_id: 'y', guid: 'g' }],
      ['u2', 5, 'c', { app_id: 'y' }],
      ['u3', 1, 'a', { app_id: 'y' }],
    ];
    const report = await ask(events, {}, 'superapp');
    expect(report.steps.map(({ users }) => users)).toEqual([2, 1, 1]);
  });
});
