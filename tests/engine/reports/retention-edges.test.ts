import { describe, expect, it } from 'vitest';
import type { RetentionQuery } from '#contract/api.js';
import { engineOf, type TestEngine, type TestEvent } from '../support/engine-of.js';

const may = '2026-05-01T00:00:00Z';

/** `u: 03-02 03-04T23:59` visits at noon of the 2nd and a minute to midnight of the 4th. */
const visits = (text: string, event = 'page_view'): TestEvent[] => {
  const [user, ...times] = text.split(/:? /);
  return times.map((time) => [user!, `2026-${time.includes('T') ? time : `${time}T12:00`}:00Z`, event]);
};

type Asked = Partial<Omit<RetentionQuery, 'offsets'>> & { readonly offsets?: readonly number[] };

const ask = async (events: readonly TestEvent[], { offsets, ...query }: Asked = {}, options: TestEngine = {}) => {
  const engine = await engineOf(events, { now: may, ...options });
  const usual = { start: '2026-03-02', end: '2026-03-02', cohort: 'new_users', granularity: 'day' } as const;
  const asked = { ...usual, ...query };
  const report = await engine.retention('apps/default', offsets ? { ...asked, offsets: [...offsets] } : asked);
  return { ...report, rows: report.cohorts.map(({ start, size, retained }) => [start, size, ...retained]) };
};

describe('“value N: how many of the cohort visit in the N-th period after it”', () => {
  const offsets = [1, 2, 3];

  it('in that period, not in it or later, nor on all days up to it', async () => {
    const log = [...visits('a: 03-02 03-05'), ...visits('b: 03-02 03-03'), ...visits('c: 03-02 03-04 03-05')];
    expect((await ask(log, { offsets })).rows).toEqual([['2026-03-02', 3, 1, 1, 2]]);
  });

  it('by the calendar, not by 24 hours', async () => {
    const log = [...visits('a: 03-02T23:59 03-03T00:00'), ...visits('b: 03-02T00:00 03-04T00:00')];
    expect((await ask(log, { offsets })).rows).toEqual([['2026-03-02', 2, 1, 1, 0]]);
  });

  it('by the calendar of the zone, also where a day has 23 hours', async () => {
    // New York loses an hour on 8 March: from 05:00 to 04:00 UTC it is the 8th.
    const log = [...visits('a: 03-08T04:59 03-08T05:00'), ...visits('b: 03-07T05:00 03-09T04:00')];
    const query = { start: '2026-03-07', end: '2026-03-07', timezone: 'America/New_York', offsets };
    expect((await ask(log, query)).rows).toEqual([['2026-03-07', 2, 1, 1, 0]]);
  });

  it('counts each of them once', async () => {
    expect((await ask(visits('a: 03-02 03-03T01:00 03-03T20:00'), { offsets: [1] })).rows[0]).toEqual([
      '2026-03-02', 1, 1,
    ]); // prettier-ignore
  });

  it('where a visit is a launch or a page view and nothing else', async () => {
    const log = [
      ...['a: 03-02', 'b: 03-02', 'c: 03-02'].flatMap((text) => visits(text)),
      ...visits('a: 03-03', 'launch'),
      ...visits('b: 03-03', 'pay'),
      ...visits('c: 03-03', 'share'),
      ...visits('d: 03-02', 'share'),
    ];
    expect((await ask(log, { offsets: [1] })).rows).toEqual([['2026-03-02', 3, 1]]);
  });
});

describe('“of a day, week or month whose start lies in the range, counted as whole calendar periods”', () => {
  it('also past the range’s end', async () => {
    const log = [...visits('a: 03-31 04-30'), ...visits('b: 03-02 04-01')];
    const query = { start: '2026-03-01', end: '2026-03-15', granularity: 'month', offsets: [1] } as const;
    expect((await ask(log, query)).rows).toEqual([['2026-03-01', 2, 2]]);
  });

  it('and none where no start lies in the range', async () => {
    const query = { start: '2026-03-03', end: '2026-03-08', granularity: 'week' } as const;
    const { rows, average } = await ask(visits('a: 03-04'), query);
    expect(rows).toEqual([]);
    expect(new Set(average)).toEqual(new Set([null]));
  });

  it('with a week that begins on Monday', async () => {
    const log = [...visits('a: 03-08T23:59 03-09T00:00'), ...visits('b: 03-02 03-08')];
    const query = { granularity: 'week', offsets: [1] } as const;
    expect((await ask(log, query)).rows).toEqual([['2026-03-02', 2, 1]]);
  });
});

describe('“a period ends when its end ≤ data_as_of; one that has not is null, never 0”', () => {
  const log = [...visits('a: 03-02 03-03'), ...visits('b: 03-03')];

  it.each([
    ['2026-03-04T00:00:00Z', 1, 'has just ended'],
    ['2026-03-03T23:59:59.999Z', null, 'has a millisecond left'],
  ])('at %s the first is %j: it %s', async (now, retained, _why) => {
    expect((await ask(log, { offsets: [1, 2] }, { now })).rows).toEqual([['2026-03-02', 1, retained, null]]);
  });

  it('and is 0 where it has ended and nobody came', async () => {
    expect((await ask(log, { offsets: [2] })).rows).toEqual([['2026-03-02', 1, 0]]);
  });

  it('under a profile that is a day behind too', async () => {
    const setting = { profile: 'weixin', timezone: 'Asia/Shanghai', offsets: [1] };
    const at = async (now: string) => (await ask(log, setting, { now })).rows[0];
    expect(await at('2026-03-03T15:59:59Z')).toEqual(['2026-03-02', 1, null]);
    expect(await at('2026-03-03T16:00:00Z')).toEqual(['2026-03-02', 1, 1]);
  });
});

describe('“one still running is listed with its size so far and all null”', () => {
  it('for a day and for a month', async () => {
    const log = [...visits('a: 03-02T10:00'), ...visits('b: 03-02T14:00')];
    const now = '2026-03-02T12:00:00Z';
    expect((await ask(log, { offsets: [1, 7] }, { now })).rows).toEqual([['2026-03-02', 1, null, null]]);
    const month = { start: '2026-03-01', end: '2026-03-31', granularity: 'month', offsets: [1] } as const;
    expect((await ask(log, month, { now })).rows).toEqual([['2026-03-01', 1, null]]);
  });
});

describe('“the average of a column is weighted: retained users over the sizes of the cohorts that have reached N”', () => {
  const log = [
    ...visits('a: 03-02 03-03'),
    ...['b: 03-03 03-04', 'c: 03-03', 'd: 03-03'].flatMap((text) => visits(text)),
    ...['e: 03-04', 'f: 03-04'].flatMap((text) => visits(text)),
  ];

  it('and not the mean of the rates; a cohort with 0 retained is in it', async () => {
    const { rows, average } = await ask(log, { end: '2026-03-04', offsets: [1] });
    expect(rows.map(([, size, retained]) => [size, retained])).toEqual([
      [1, 1],
      [3, 1],
      [2, 0],
    ]);
    expect(average).toEqual([2 / 6]);
  });

  it('a cohort that has not reached N is not in it, and where none has it is null', async () => {
    const { average } = await ask(log, { end: '2026-03-04', offsets: [1, 7] }, { now: '2026-03-05T00:00:00Z' });
    expect(average).toEqual([2 / 4, null]);
  });
});

describe('“offsets: days 1–7, 14, 30; weeks 1–8; months 1–6”', () => {
  it.each([
    ['day', [1, 2, 3, 4, 5, 6, 7, 14, 30]],
    ['week', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['month', [1, 2, 3, 4, 5, 6]],
  ] as const)('by %s', async (granularity, offsets) => {
    expect((await ask(visits('a: 03-02'), { granularity })).offsets).toEqual(offsets);
  });
});

describe('“in retention, filters choose the cohort; a return is any visit in the scope”', () => {
  const iOS = [{ field: 'os_name', operator: 'eq' as const, values: ['iOS'] }];
  const log: TestEvent[] = [
    ['a', '2026-03-02T10:00:00Z', 'page_view', { os_name: 'Android' }],
    ['a', '2026-03-02T18:00:00Z', 'page_view', { os_name: 'iOS' }],
    ['a', '2026-03-03T12:00:00Z', 'page_view', { os_name: 'Android' }],
  ];

  it('a new user by the open of the first visit, an active one by any matching visit', async () => {
    const query = { filters: iOS, offsets: [1] };
    expect((await ask(log, query)).rows).toEqual([['2026-03-02', 0, 0]]);
    expect((await ask(log, { ...query, cohort: 'active_users' })).rows).toEqual([['2026-03-02', 1, 1]]);
  });

  it('a visit in another app of the superapp is a return, in one app it is not', async () => {
    const twoApps: TestEvent[] = [
      ['a', '2026-03-02T10:00:00Z', 'launch', { app_id: 'x', guid: 'g' }],
      ['b', '2026-03-03T10:00:00Z', 'launch', { app_id: 'y', guid: 'g' }],
    ];
    const engine = await engineOf(twoApps, { now: may });
    const query = { start: '2026-03-02', end: '2026-03-02', cohort: 'new_users', granularity: 'day', offsets: [1] } as const;
    const retained = async (scope: 'superapp' | 'apps/x') =>
      (await engine.retention(scope, { ...query, offsets: [1] })).cohorts[0]!.retained;
    expect(await retained('superapp')).toEqual([1]);
    expect(await retained('apps/x')).toEqual([0]);
  }); // prettier-ignore
});
