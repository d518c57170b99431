import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { engineOf, valuesOf, type TestEvent } from '../support/engine-of.js';

const filter = (field: string, operator: Filter['operator'], ...values: (string | number | boolean)[]): Filter =>
  values.length > 0 ? { field, operator, values } : { field, operator };

const metrics = ['opens', 'visits', 'active_users', 'new_users', 'stay_duration', 'entries', 'exits', 'bounces'];

describe('filters', () => {
  let engine: Engine;
  const events: TestEvent[] = [
    // u comes from Android, sees a and b; the system is named on the second event only.
    ['u', 0, 'page_view', { page_path: 'a' }],
    ['u', 10, 'page_view', { page_path: 'b', os_name: 'Android' }],
    ['u', 30, 'background'],
    // u comes back from iOS and sees a only.
    ['u', 5000, 'page_view', { page_path: 'a', os_name: 'iOS' }],
    ['u', 5004, 'background'],
    // v sees b, no system.
    ['v', 100, 'page_view', { page_path: 'b' }],
    // w shares outside any open.
    ['w', 200, 'share', { os_name: 'iOS' }],
  ];
  const ask = (...filters: Filter[]) => valuesOf(engine, metrics, { filters });

  beforeAll(async () => {
    engine = await engineOf(events);
  });

  it('give every event the value of its open', async () => {
    expect(await ask(filter('os_name', 'eq', 'Android'))).toEqual({
      opens: 1,
      visits: 2,
      active_users: 1,
      new_users: 1,
      stay_duration: 30,
      entries: 1,
      exits: 1,
      bounces: 0,
    });
  });

  it('count a new user where the open that holds the first visit matches', async () => {
    expect(await ask(filter('os_name', 'eq', 'iOS'))).toMatchObject({ opens: 1, active_users: 1, new_users: 0 });
  });

  it('on an event dimension keep whole opens with a matching event, and only the page views that match', async () => {
    expect(await ask(filter('page_path', 'eq', 'b'))).toEqual({
      opens: 2,
      visits: 2,
      active_users: 2,
      new_users: 2,
      stay_duration: 30,
      entries: 1,
      exits: 2,
      bounces: 1,
    });
  });

  it('let an event outside any open take its own value', async () => {
    const shares = (...filters: Filter[]) => valuesOf(engine, ['shares'], { filters });
    expect(await shares(filter('os_name', 'eq', 'iOS'))).toEqual({ shares: 1 });
    expect(await shares(filter('os_name', 'eq', 'Android'))).toEqual({ shares: 0 });
    expect(await shares(filter('source', 'not_set')), 'direct is for opens only').toEqual({ shares: 1 });
  });

  it.each([
    ['ne matches missing values too', filter('os_name', 'ne', 'iOS'), 2],
    ['not_in matches missing values too', filter('os_name', 'not_in', 'iOS', 'Android'), 1],
    ['in takes several', filter('os_name', 'in', 'iOS', 'Android'), 2],
    ['contains does not match missing values', filter('os_name', 'contains', 'O'), 1],
    ['set is any value', filter('os_name', 'set'), 2],
    ['not_set is none', filter('os_name', 'not_set'), 1],
    ['a value never seen matches nothing', filter('os_name', 'eq', 'Plan 9'), 0],
    ['a property never seen matches nothing', filter('properties.none', 'set'), 0],
    ['a property never seen is not set', filter('properties.none', 'not_set'), 3],
    ['greater than on text matches nothing', filter('os_name', 'gt', 1), 0],
    ['source is direct where no event of the open carries one', filter('source', 'eq', 'direct'), 3],
  ])('%s', async (_name, asked, opens) => {
    expect(await valuesOf(engine, ['opens'], { filters: [asked] })).toEqual({ opens });
  });

  it('are joined by AND, and one event has to pass those on event dimensions together', async () => {
    const both = [filter('page_path', 'eq', 'a'), filter('os_name', 'eq', 'Android')];
    expect(await ask(...both)).toMatchObject({ opens: 1, visits: 1 });
    expect(await ask(filter('page_path', 'eq', 'a'), filter('page_path', 'eq', 'b'))).toMatchObject({ opens: 0 });
  });

  it('compare numbers as numbers, with text in the question', async () => {
    const numbers = await engineOf([
      ['a', 0, 'page_view', { properties: { n: 9 }, device_width: 9 }],
      ['b', 0, 'page_view', { properties: { n: 10 }, device_width: 10 }],
      ['c', 0, 'page_view', { properties: { n: '9' } }],
      ['d', 0, 'page_view', { properties: { n: true } }],
    ]);
    const usersOf = async (asked: Filter) =>
      (await valuesOf(numbers, ['active_users'], { filters: [asked] })).active_users;
    expect(await usersOf(filter('properties.n', 'lt', '10'))).toBe(1);
    expect(await usersOf(filter('properties.n', 'gte', 9))).toBe(2);
    expect(await usersOf(filter('properties.n', 'eq', '9'))).toBe(2);
    expect(await usersOf(filter('properties.n', 'eq', '10.0'))).toBe(1);
    expect(await usersOf(filter('properties.n', 'eq', 'true'))).toBe(1);
    expect(await usersOf(filter('device_width', 'gt', 9))).toBe(1);
    expect(await usersOf(filter('device_width', 'lte', 10))).toBe(2);
  });
});
