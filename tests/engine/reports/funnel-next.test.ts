import { describe, expect, it } from 'vitest';
import type { FunnelNextQuery } from '#contract/api.js';
import { append, engineOf, type TestEvent } from '../support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };
const steps = ['a', 'b'].map((event) => ({ event }));
const ask = async (events: readonly TestEvent[], query: Partial<FunnelNextQuery> = {}) => {
  const engine = await engineOf(events);
  const { users, ended, events: next } = await engine.funnel_next('apps/default', { ...day, steps, step: 1, ...query });
  return { users, ended, next: next.map((one) => [one.event, one.users, one.next_users]) };
};
/** Events of one user, a second apart. */
const of = (user: string, ...events: string[]): TestEvent[] => events.map((event, at) => [user, at, event]);

describe('what users did next', () => {
  it('counts those whose chain ended at the step, and leaves out those who went on', async () => {
    expect(await ask([...of('u', 'a', 'x'), ...of('v', 'a', 'b', 'x')])).toEqual({
      users: 1,
      ended: 0,
      next: [['x', 1, 1]],
    });
  });

  it('looks at the five events after the step, and at no sixth', async () => {
    expect((await ask(of('u', 'a', 'p', 'q', 'r', 's', 't', 'z'))).next).toEqual([
      ['p', 1, 1],
      ['q', 1, 0],
      ['r', 1, 0],
      ['s', 1, 0],
      ['t', 1, 0],
    ]);
  });

  it('counts a user once for an event that comes again', async () => {
    expect((await ask(of('u', 'a', 'x', 'y', 'x'))).next).toEqual([
      ['x', 1, 1],
      ['y', 1, 0],
    ]);
  });

  it('says who did nothing more', async () => {
    expect(await ask([...of('u', 'a'), ...of('v', 'a', 'x')])).toEqual({ users: 2, ended: 1, next: [['x', 1, 1]] });
  });

  it('follows the chain that counts: of those as long the one that completes earliest', async () => {
    expect((await ask(of('u', 'a', 'x', 'a', 'y'))).next).toEqual([
      ['x', 1, 1],
      ['a', 1, 0],
      ['y', 1, 0],
    ]);
  });

  it('of the last step is what those did who came through', async () => {
    expect(await ask([...of('u', 'a', 'b', 'x'), ...of('v', 'a')], { step: 2 })).toEqual({
      users: 1,
      ended: 0,
      next: [['x', 1, 1]],
    });
  });

  it('is not bound to the window, and ends with the range', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a'],
      ['u', 100, 'b'],
      ['u', '2026-03-03T00:00:00Z', 'x'],
    ];
    expect((await ask(events, { window_seconds: 10 })).next).toEqual([['b', 1, 1]]);
  });

  it('takes equal times in ingestion order', async () => {
    const engine = await engineOf([['u', 5, 'y']]);
    await append(engine, [
      ['u', 0, 'a'],
      ['u', 5, 'x'],
    ]);
    const { events } = await engine.funnel_next('apps/default', { ...day, steps, step: 1 });
    expect(events.map(({ event, next_users }) => [event, next_users])).toEqual([
      ['y', 1],
      ['x', 0],
    ]);
  });

  it('is not cut by a filter, which only chooses the steps', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a', { properties: { kind: 'tea' } }],
      ['u', 1, 'x', { properties: { kind: 'cup' } }],
      ['v', 0, 'a', { properties: { kind: 'cup' } }],
    ];
    const filters = [{ field: 'properties.kind', operator: 'eq' as const, values: ['tea'] }];
    expect(await ask(events, { filters })).toEqual({ users: 1, ended: 0, next: [['x', 1, 1]] });
  });

  it('follows a person across apps', async () => {
    const engine = await engineOf([
      ['u', 0, 'a', { app: 'one', guid: 'g' }],
      ['w', 1, 'x', { app: 'two', guid: 'g' }],
      ['u', 2, 'y', { app: 'one', guid: 'g' }],
    ]);
    const { events } = await engine.funnel_next('superapp', { ...day, steps, step: 1 });
    expect(events.map(({ event, next_users }) => [event, next_users])).toEqual([
      ['x', 1],
      ['y', 0],
    ]);
  });

  it('names the most frequent, and says how many there are', async () => {
    const engine = await engineOf([...of('u', 'a', 'x'), ...of('v', 'a', 'x', 'y'), ...of('w', 'a', 'z')]);
    const report = await engine.funnel_next('apps/default', { ...day, steps, step: 1, limit: 1 });
    expect(report).toMatchObject({
      step: 1,
      users: 3,
      events: [{ event: 'x', users: 2, share: 2 / 3, next_users: 2, next_share: 2 / 3 }],
      row_count: 3,
    });
  });

  it('is unknown where the range has not begun', async () => {
    const query = { start: '2026-03-09', end: '2026-03-09' };
    expect(await ask(of('u', 'a'), query)).toEqual({ users: null, ended: null, next: [] });
  });
});
