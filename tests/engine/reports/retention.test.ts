import { describe, expect, it } from 'vitest';
import type { RetentionQuery } from '#contract/api.js';
import { engineOf, type TestEngine, type TestEvent } from '../support/engine-of.js';

const visits = (user: string, ...days: string[]): TestEvent[] =>
  days.map((day) => [user, `2026-${day}T12:00:00Z`, 'page_view', {}]);

const ask = async (events: readonly TestEvent[], query: Partial<RetentionQuery>, options: TestEngine = {}) => {
  const engine = await engineOf(events, options);
  const range = {
    start: '2026-03-02',
    end: '2026-03-03',
    cohort: 'new_users',
    granularity: 'day',
    offsets: [1, 2],
  } as const;
  const report = await engine.retention('apps/default', {
    ...range,
    ...query,
    offsets: [...(query.offsets ?? [1, 2])],
  });
  return { ...report, rows: report.cohorts.map(({ start, size, retained }) => [start, size, ...retained]) };
};

describe('retention', () => {
  const events = [
    ...visits('a', '03-02', '03-03', '03-04'),
    ...visits('b', '03-02', '03-04'),
    ...visits('c', '03-03', '03-04'),
    ...visits('d', '03-01', '03-03'),
    ...visits('e', '03-06'),
  ];

  it('counts who of the new users of a day visit in the N-th day after it', async () => {
    const { rows, average } = await ask(events, {});
    expect(rows).toEqual([
      ['2026-03-02', 2, 1, 2],
      ['2026-03-03', 1, 1, 0],
    ]);
    expect(average).toEqual([2 / 3, 2 / 3]);
  });

  it('counts who of the active users come back', async () => {
    const { rows } = await ask(events, { cohort: 'active_users' });
    expect(rows).toEqual([
      ['2026-03-02', 2, 1, 2],
      ['2026-03-03', 3, 2, 0],
    ]);
  });

  it('has null, never 0, for a period that has not ended, which enters no average', async () => {
    const { rows, average } = await ask(events, { end: '2026-03-05' }, { now: '2026-03-05T12:00:00Z' });
    expect(rows).toEqual([
      ['2026-03-02', 2, 1, 2],
      ['2026-03-03', 1, 1, null],
      ['2026-03-04', 0, null, null],
      ['2026-03-05', 0, null, null],
    ]);
    expect(average).toEqual([2 / 3, 1]);
  });

  it('has a value once a period ends at the very instant that the data is as of', async () => {
    const at = async (now: string) => (await ask(events, { end: '2026-03-02' }, { now })).rows;
    expect(await at('2026-03-04T00:00:00.000Z')).toEqual([['2026-03-02', 2, 1, null]]);
    expect(await at('2026-03-03T23:59:59.999Z')).toEqual([['2026-03-02', 2, null, null]]);
  });

  it('takes weeks whose start lies in the range, counted whole', async () => {
    const log = [...visits('a', '03-08', '03-10'), ...visits('b', '03-02', '03-17'), ...visits('c', '03-01', '03-09')];
    const options = { now: '2026-04-01T00:00:00Z' };
    const { rows } = await ask(log, { start: '2026-02-25', end: '2026-03-04', granularity: 'week' }, options);
    expect(rows).toEqual([['2026-03-02', 2, 1, 1]]);
  });

  it('takes months of the calendar', async () => {
    const log = [...visits('a', '01-31', '02-28'), ...visits('b', '01-01', '03-31')];
    const range = { start: '2026-01-01', end: '2026-01-31', granularity: 'month' } as const;
    expect((await ask(log, range, { now: '2026-05-01T00:00:00Z' })).rows).toEqual([['2026-01-01', 2, 1, 1]]);
  });

  it('lets filters choose the cohort, while a return is any visit', async () => {
    const log: TestEvent[] = [
      ['a', '2026-03-02T12:00:00Z', 'page_view', { os_name: 'iOS' }],
      ['a', '2026-03-03T12:00:00Z', 'page_view', { os_name: 'Android' }],
      ['b', '2026-03-02T12:00:00Z', 'page_view', { os_name: 'Android' }],
      ['b', '2026-03-03T12:00:00Z', 'page_view', { os_name: 'iOS' }],
      ['b', '2026-03-05T12:00:00Z', 'page_view'],
    ];
    const filters = [{ field: 'os_name', operator: 'eq' as const, values: ['iOS'] }];
    expect((await ask(log, { end: '2026-03-02', filters })).rows).toEqual([['2026-03-02', 1, 1, 0]]);
  });

  it('lets a user be in several cohorts under reactivation', async () => {
    const log = [...visits('a', '01-01', '01-02', '02-02', '02-03')];
    const options = { profile: 'tencent_sas', now: '2026-04-01T00:00:00Z' };
    const { rows } = await ask(log, { start: '2026-01-01', end: '2026-02-03', offsets: [1] }, options);
    expect(rows.filter(([, size]) => size !== 0)).toEqual([
      ['2026-01-01', 1, 1],
      ['2026-02-02', 1, 1],
    ]);
  });

  it('agrees with the trend of new users in every zone, also where clocks change', async () => {
    const log = Array.from({ length: 60 }, (_, n): TestEvent[] =>
      ['a', 'b', 'c'].map((name, user) => [
        `${name}${n}`,
        new Date(Date.parse('2026-03-06T00:00:00Z') + n * 5_000_000 + user * 1_234_567).toISOString(),
        'page_view',
      ]),
    ).flat();
    for (const timezone of ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York']) {
      const engine = await engineOf(log, { timezone });
      const range = { start: '2026-03-06', end: '2026-03-09' };
      const trend = await engine.trend('apps/default', { ...range, granularity: 'day', metrics: ['new_users'] });
      const { cohorts } = await engine.retention('apps/default', { ...range, cohort: 'new_users', granularity: 'day' });
      expect(
        cohorts.map(({ size }) => size),
        timezone,
      ).toEqual(trend.series[0]!.values);
      expect(cohorts.reduce((sum, { size }) => sum + (size ?? 0), 0)).toBeGreaterThan(100);
    }
  });
});
