import { describe, expect, it } from 'vitest';
import type { FunnelQuery } from '#contract/api.js';
import { engineOf, type TestEvent } from '../support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };
const steps = (names: string) => names.split('').map((event) => ({ event }));

/** One user's events by the second: `a0 b5 c5.5` is an a at once, a b after five seconds, a c half a second later. */
const walk = (text: string, user = 'u'): TestEvent[] =>
  text.split(' ').map((word): TestEvent => [user, Number(word.slice(1)), word[0]!]);

const ask = async (events: readonly TestEvent[], names: string, query: Partial<FunnelQuery> = {}) => {
  const engine = await engineOf(events);
  return engine.funnel('apps/default', { ...day, steps: steps(names), ...query });
};
const usersOf = async (text: string, names: string, window_seconds?: number) => {
  const { steps: found } = await ask(walk(text), names, window_seconds === undefined ? {} : { window_seconds });
  return found.map(({ users }) => users);
};
const timesOf = async (text: string, names: string, window_seconds?: number) => {
  const { steps: found } = await ask(walk(text), names, window_seconds === undefined ? {} : { window_seconds });
  return found.slice(1).map(({ median_seconds }) => median_seconds);
};

describe('“the longest chain of steps 1..k”', () => {
  it.each([
    ['c0 b1', 'abc', [0, 0, 0], 'begins with step 1'],
    ['a0 c1', 'abc', [1, 0, 0], 'leaves no step out'],
    ['b0 a1 c2 b3', 'abc', [1, 1, 0], 'is broken where the order is'],
    ['b0 a1 c2 b3 c4', 'abc', [1, 1, 1], 'goes on once the missing step is made up for'],
    ['a0 b1 c2 a3 b4 c5', 'abc', [1, 1, 1], 'counts a user once who walks it twice'],
    ['a0 b1 c2 d3 e4 f5 g6 h7 i8 j9', 'abcdefghij', Array(10).fill(1), 'has up to 10 steps'],
  ])('of %s in %s is %j: it %s', async (text, names, users) => {
    expect(await usersOf(text, names)).toEqual(users);
  });

  it('is preferred to a shorter one that completes earlier', async () => {
    expect(await timesOf('a0 b4 a10 b11 c13', 'abc', 5)).toEqual([1, 2]);
  });

  it('is found in order of time, in whatever order events come in', async () => {
    expect(await usersOf('c9 a1 b5', 'abc')).toEqual([1, 1, 1]);
  });
});

describe('“each event later than the one before (equal timestamps: in ingestion order)”', () => {
  it.each([
    ['a0 b0', 'ab', [1, 1]],
    ['b0 a0', 'ab', [1, 0]],
    ['b0 a0 b0', 'ab', [1, 1]],
    ['a0 c1 b1 c1', 'abc', [1, 1, 1]],
    ['a0 c1 b1', 'abc', [1, 1, 0]],
  ])('%s in %s is %j', async (text, names, users) => {
    expect(await usersOf(text, names)).toEqual(users);
  });
});

describe('“all within `window_seconds` of the chain’s first event (the end included)”', () => {
  it.each([
    ['a0 b10', 'ab', 10, [1, 1], 'the end is in it'],
    ['a0 b10.001', 'ab', 10, [1, 0], 'a millisecond later is not'],
    ['a0 b8 c16', 'abc', 10, [1, 1, 0], 'it is not measured from step to step'],
    ['a0 a8 b16', 'ab', 10, [1, 1], 'it is not measured from the user’s first event'],
    ['a0 b1 a8 c12', 'abc', 10, [1, 1, 0], 'a new start does not lengthen the chain before'],
    ['a0 b1 a8 c12 b13 c14', 'abc', 10, [1, 1, 1], 'a re-entry has a window of its own'],
    ['a0 a1 b10.5 c10.9', 'abc', 10, [1, 1, 1], 'of several starts the one that reaches furthest counts'],
  ])('%s in %s within %d s is %j: %s', async (text, names, window, users) => {
    expect(await usersOf(text, names, window)).toEqual(users);
  });
});

describe('“any other events may lie between”', () => {
  it.each([
    ['a0 x1 y2 b3', 'ab', [1, 1], 'events of no step'],
    ['a0 a1 a2 b3', 'ab', [1, 1], 'the same step again'],
    ['a0 b1 a2 c3', 'abc', [1, 1, 1], 'an earlier step'],
    ['a0 c1 b2 c3', 'abc', [1, 1, 1], 'a later step'],
  ])('%s in %s is %j: %s', async (text, names, users) => {
    expect(await usersOf(text, names)).toEqual(users);
  });
});

describe('“one event serves one step, also where two steps name the same event”', () => {
  it.each([
    ['a0 a1', 'aaa', [1, 1, 0]],
    ['a0 a0 a0', 'aaa', [1, 1, 1]],
    ['a0 b1', 'aba', [1, 1, 0]],
    ['b0 a1 b2 a3', 'aba', [1, 1, 1]],
    ['a0 b1 b2', 'abb', [1, 1, 1]],
    ['a0 a20 a25', 'aaa', [1, 1, 0], 10],
  ] as const)('%s in %s is %j', async (text, names, users, window?: number) => {
    expect(await usersOf(text, names, window)).toEqual(users);
  });

  it('holds where filters of two steps match one event', async () => {
    const pro = [{ field: 'properties.plan', operator: 'eq' as const, values: ['pro'] }];
    const one: TestEvent[] = [['u', 0, 'a', { properties: { plan: 'pro' } }]];
    const asked = { steps: [{ event: 'a', filters: pro }, { event: 'a' }] };
    expect((await ask(one, '', asked)).steps.map(({ users }) => users)).toEqual([1, 0]);
    const two: TestEvent[] = [...one, ['u', 1, 'a']];
    expect((await ask(two, '', asked)).steps.map(({ users }) => users)).toEqual([1, 1]);
  });
});

describe('“without `window_seconds` the window is the range; all events of a chain lie in the range”', () => {
  const events: TestEvent[] = [
    ['u', '2026-03-02T00:00:00Z', 'a'],
    ['u', '2026-03-04T23:59:59.999Z', 'b'],
    ['v', '2026-03-01T23:59:59.999Z', 'a'],
    ['v', '2026-03-02T00:00:00Z', 'b'],
    ['w', '2026-03-02T00:00:00Z', 'a'],
    ['w', '2026-03-05T00:00:00Z', 'b'],
  ];

  it('however many days it has, in its own zone', async () => {
    const range = { start: '2026-03-02', end: '2026-03-04' };
    const users = async (query: Partial<FunnelQuery>) =>
      (await ask(events, 'ab', { ...range, ...query })).steps.map((step) => step.users);
    expect(await users({})).toEqual([2, 1]);
    expect(await users({ window_seconds: 86_400 })).toEqual([2, 0]);
    // Eight hours further east the 2nd begins at 16:00 UTC on the 1st, and the 4th ends at 16:00 UTC.
    expect(await users({ timezone: 'Asia/Shanghai' })).toEqual([3, 1]);
  });
});

describe('“among a user’s longest chains the one that completes earliest counts, of these the one that starts latest”', () => {
  it.each([
    ['a0 b100 a200 b201', 'ab', undefined, [100], 'not the quickest'],
    ['a0 a90 b100', 'ab', undefined, [10], 'the latest start of the earliest end'],
    ['a0 a5 b6 a7 c9', 'abc', undefined, [1, 3], 'a start after its second step is none'],
    ['a0 b10 b11 c20', 'abc', undefined, [10, 10], 'steps in between are taken as early as they come'],
    ['a0 a4 b6 b12', 'ab', 5, [2], 'also within a window'],
  ])('%s in %s within %s s takes %j: %s', async (text, names, window, times, _why) => {
    expect(await timesOf(text, names, window)).toEqual(times);
  });
});

describe('“a user’s group is the value on the chain’s first event, so groups add up”', () => {
  const plan = (name: string) => ({ properties: { plan: name } });
  const groupsOf = async (events: readonly TestEvent[], window_seconds: number) => {
    const report = await ask(events, 'ab', { group_by: ['properties.plan'], window_seconds });
    const groups = report.groups.map(({ key, steps: found }) => [key[0], ...found.map(({ users }) => users)]);
    return { groups, all: report.steps.map(({ users }) => users) };
  };

  it('of the chain that counts, not the user’s first event nor the last', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a', plan('first')],
      ['u', 20, 'a', plan('chain')],
      ['u', 22, 'b', plan('end')],
      ['u', 30, 'a', plan('later')],
      ['v', 0, 'a', plan('first')],
    ];
    expect(await groupsOf(events, 5)).toEqual({
      groups: [
        ['chain', 1, 1],
        ['first', 1, 0],
      ],
      all: [2, 1],
    });
  });

  it('a user who gets no further than step 1 is in the group of that start, once', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'a', plan('one')],
      ['u', 1, 'a', plan('two')],
    ];
    expect(await groupsOf(events, 5)).toEqual({ groups: [['one', 1, 0]], all: [1, 0] });
  });
});

describe('“a quotient whose divisor is 0, and an average of nothing, are null”', () => {
  it('in a funnel that nobody enters', async () => {
    const { steps: found } = await ask(walk('x0'), 'ab');
    const nothing = { users: 0, conversion_rate: null, median_seconds: null, p90_seconds: null };
    expect(found).toMatchObject([nothing, { ...nothing, step_conversion_rate: null, drop_off: 0 }]);
  });
});
