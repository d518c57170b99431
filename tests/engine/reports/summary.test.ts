import { describe, expect, it } from 'vitest';
import { engineOf, valuesOf, type TestEvent } from '../support/engine-of.js';

const onDays = (...visits: [user: string, day: string][]): TestEvent[] =>
  visits.map(([user, day]) => [user, `${day}T12:00:00Z`, 'page_view']);

describe('summary of users', () => {
  const events = onDays(
    ['a', '2026-03-01'],
    ['a', '2026-03-02'],
    ['b', '2026-02-20'],
    ['b', '2026-03-02'],
    ['c', '2026-03-02'],
    ['c', '2026-03-03'],
    ['d', '2026-03-01'],
  );
  const metrics = ['active_users', 'new_users', 'retained_users', 'backflow_users', 'cumulative_users'];

  it('parts active users into new, retained and backflow', async () => {
    expect(await valuesOf(await engineOf(events), metrics)).toEqual({
      active_users: 3,
      new_users: 1,
      retained_users: 1,
      backflow_users: 1,
      cumulative_users: 4,
    });
  });

  it('takes as the period before a range as many days ending the day before', async () => {
    const range = { start: '2026-03-02', end: '2026-03-03' };
    expect(await valuesOf(await engineOf(events), metrics, range)).toMatchObject({
      active_users: 3,
      retained_users: 1, // a, of 28 February and 1 March
      backflow_users: 1,
    });
  });

  it('counts a visit by a launch too, and no other event', async () => {
    const engine = await engineOf([
      ['a', 0, 'launch'],
      ['b', 0, 'share'],
      ['c', 0, 'purchase'],
    ]);
    expect(await valuesOf(engine, ['active_users', 'visits'])).toEqual({ active_users: 1, visits: 0 });
  });

  it('gives zeros before the data, and null where a divisor is 0', async () => {
    const range = { start: '2025-01-01', end: '2025-01-02' };
    const asked = ['active_users', 'opens', 'avg_opens_per_user', 'bounce_rate'];
    expect(await valuesOf(await engineOf(events), asked, range)).toEqual({
      active_users: 0,
      opens: 0,
      avg_opens_per_user: null,
      bounce_rate: null,
    });
  });
});

describe('summary of adds', () => {
  const events: TestEvent[] = [
    ['a', '2026-03-01T01:00:00Z', 'add'],
    ['b', '2026-03-01T01:00:00Z', 'add'],
    ['b', '2026-03-02T01:00:00Z', 'remove'],
    ['b', '2026-03-02T01:00:00Z', 'add'],
    ['c', '2026-03-01T01:00:00Z', 'add'],
    ['c', '2026-03-02T01:00:00Z', 'remove'],
    ['c', '2026-03-03T01:00:00Z', 'add'],
    ['d', '2026-03-02T01:00:00Z', 'page_view'],
  ];

  it('lets the last of add and remove decide, equal times in ingestion order', async () => {
    expect(await valuesOf(await engineOf(events), ['new_adds', 'removes', 'total_adds'])).toEqual({
      new_adds: 1,
      removes: 1,
      total_adds: 2,
    });
  });

  it('does not hear a remove or an add at the very instant that the period ends', async () => {
    const engine = await engineOf([
      ['a', '2026-03-02T01:00:00Z', 'add'],
      ['a', '2026-03-03T00:00:00Z', 'remove'],
      ['b', '2026-03-02T01:00:00Z', 'remove'],
      ['b', '2026-03-03T00:00:00Z', 'add'],
    ]);
    const range = { start: '2026-03-02', end: '2026-03-03' };
    const metrics = ['removes', 'total_adds'];
    const { series } = await engine.trend('apps/default', { ...range, granularity: 'day', metrics });
    expect(series.map(({ values }) => values)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(await valuesOf(engine, metrics)).toEqual({ removes: 1, total_adds: 1 });
  });

  it("looks at the period's end", async () => {
    const range = { start: '2026-03-02', end: '2026-03-03' };
    expect(await valuesOf(await engineOf(events), ['new_adds', 'removes', 'total_adds'], range)).toEqual({
      new_adds: 2,
      removes: 0,
      total_adds: 3,
    });
  });
});

describe('summary of payments', () => {
  const pay = (user: string, at: string, amount: number, currency = 'CNY'): TestEvent => [
    user,
    at,
    'pay',
    { amount, currency },
  ];
  const events: TestEvent[] = [
    ['a', '2026-03-02T00:00:00Z', 'launch'],
    pay('a', '2026-03-01T10:00:00Z', 100),
    pay('a', '2026-03-02T10:00:00Z', 250),
    pay('b', '2026-03-02T10:00:00Z', 50),
    pay('b', '2026-03-02T11:00:00Z', 50),
    pay('c', '2026-03-02T10:00:00Z', 650),
    pay('c', '2026-03-03T10:00:00Z', 1),
  ];

  it('tells first-time from repeat payers', async () => {
    const metrics = ['payments', 'payment_amount', 'payers', 'first_time_payers', 'repeat_payers', 'amount_per_payer'];
    expect(await valuesOf(await engineOf(events), metrics)).toEqual({
      payments: 4,
      payment_amount: 1000,
      payers: 3,
      first_time_payers: 2,
      repeat_payers: 2,
      amount_per_payer: 1000 / 3,
    });
  });

  it('does not take the first payment at the very start of a period for a repeated one', async () => {
    const engine = await engineOf([pay('a', '2026-03-02T00:00:00Z', 1), pay('b', '2026-03-02T00:00:00Z', 1)]);
    expect(await valuesOf(engine, ['repeat_payers', 'first_time_payers'])).toEqual({
      repeat_payers: 0,
      first_time_payers: 2,
    });
  });

  it("sums what was ever paid up to the period's end", async () => {
    const report = await (
      await engineOf(events)
    ).summary('apps/default', {
      start: '2026-03-02',
      end: '2026-03-02',
      metrics: ['cumulative_payment_amount', 'payment_conversion'],
    });
    expect(report.metrics.map(({ value }) => value)).toEqual([1100, 4]);
    expect(report.meta.currency).toBe('CNY');
  });

  it('refuses a mix of currencies where money is asked, and only there', async () => {
    const engine = await engineOf([...events, pay('d', '2026-03-02T10:00:00Z', 5, 'EUR')]);
    await expect(valuesOf(engine, ['payment_amount'])).rejects.toMatchObject({ code: 'mixed_currencies' });
    await expect(valuesOf(engine, ['amount_per_payer'])).rejects.toMatchObject({ code: 'mixed_currencies' });
    expect(await valuesOf(engine, ['payments'])).toEqual({ payments: 5 });
    expect(await valuesOf(engine, ['payment_amount'], { start: '2026-03-01', end: '2026-03-01' })).toEqual({
      payment_amount: 100,
    });
  });

  it('counts only ad impressions with an amount above 0', async () => {
    const engine = await engineOf([
      ['a', 0, 'page_view'],
      ['a', 1, 'ad_impression', { amount: 3, currency: 'CNY' }],
      ['a', 2, 'ad_impression', { amount: 0, currency: 'EUR' }],
      ['a', 3, 'ad_impression'],
    ]);
    expect(await valuesOf(engine, ['ad_impressions', 'ad_revenue'])).toEqual({ ad_impressions: 1, ad_revenue: 3 });
  });
});

describe('summary compared', () => {
  const events = onDays(['a', '2026-03-01'], ['a', '2026-03-02'], ['b', '2026-03-02'], ['c', '2026-02-02']);

  it('holds both values, both ranges and the growth', async () => {
    const engine = await engineOf(events);
    const compare = ['previous_day', 'last_week', 'last_month'] as const;
    const query = { start: '2026-03-02', end: '2026-03-02', metrics: ['active_users'], compare: [...compare] };
    const { metrics } = await engine.summary('apps/default', query);
    expect(metrics[0]!.comparisons).toEqual([
      {
        kind: 'previous_day',
        current: { range: { start: '2026-03-02', end: '2026-03-02' }, value: 2 },
        previous: { range: { start: '2026-03-01', end: '2026-03-01' }, value: 1 },
        growth: 1,
      },
      {
        kind: 'last_week',
        current: { range: { start: '2026-03-02', end: '2026-03-02' }, value: 2 },
        previous: { range: { start: '2026-02-23', end: '2026-02-23' }, value: 0 },
        growth: null,
      },
      {
        kind: 'last_month',
        current: { range: { start: '2026-03-02', end: '2026-03-02' }, value: 2 },
        previous: { range: { start: '2026-02-02', end: '2026-02-02' }, value: 1 },
        growth: 1,
      },
    ]);
  });

  it('divides by 1 where the previous is 0 under alipay, over windows', async () => {
    const engine = await engineOf(events, {
      profile: 'alipay',
      timezone: 'Asia/Shanghai',
      now: '2026-03-05T00:00:00Z',
    });
    const query = {
      start: '2026-03-01',
      end: '2026-03-02',
      metrics: ['active_users'],
      compare: ['last_week' as const],
    };
    const { metrics } = await engine.summary('apps/default', query);
    expect(metrics[0]).toMatchObject({
      value: 2,
      comparisons: [
        {
          current: { range: { start: '2026-02-24', end: '2026-03-02' }, value: 2 },
          previous: { range: { start: '2026-02-17', end: '2026-02-23' }, value: 0 },
          growth: 2,
        },
      ],
    });
  });

  it('counts both up to the same elapsed time where the range is not over', async () => {
    const running: TestEvent[] = [
      ['a', '2026-03-01T09:00:00Z', 'page_view'],
      ['b', '2026-03-01T13:00:00Z', 'page_view'],
      ['a', '2026-03-02T09:00:00Z', 'page_view'],
    ];
    const engine = await engineOf(running, { now: '2026-03-02T12:00:00Z' });
    const query = { range: 'today' as const, metrics: ['active_users'], compare: ['previous_day' as const] };
    const { metrics } = await engine.summary('apps/default', query);
    expect(metrics[0]!.comparisons[0]).toMatchObject({ current: { value: 1 }, previous: { value: 1 }, growth: 0 });
  });

  it('has null, and no growth, for a range that has no data yet', async () => {
    const engine = await engineOf(events, {
      profile: 'weixin',
      timezone: 'Asia/Shanghai',
      now: '2026-03-02T12:00:00Z',
    });
    const query = { range: 'today' as const, metrics: ['active_users'], compare: ['previous_day' as const] };
    const { metrics } = await engine.summary('apps/default', query);
    expect(metrics[0]).toMatchObject({
      value: null,
      state: 'not_yet',
      comparisons: [{ current: { value: null }, previous: { value: null }, growth: null }],
    });
  });
});

describe('summary as of an instant', () => {
  it('does not look at what comes later, also not in an open that has begun', async () => {
    const events: TestEvent[] = [
      ['a', '2026-03-01T15:59:50Z', 'page_view'],
      ['a', '2026-03-01T15:59:55Z', 'share'],
      ['a', '2026-03-01T16:00:20Z', 'page_view', { source: 'late' }],
    ];
    // Midnight in Shanghai is 16:00 UTC.
    const engine = await engineOf(events, {
      profile: 'weixin',
      timezone: 'Asia/Shanghai',
      now: '2026-03-01T17:00:00Z',
    });
    const asked = ['opens', 'stay_duration', 'open_page_views', 'visits'];
    expect(await valuesOf(engine, asked, { start: '2026-03-01', end: '2026-03-01' })).toEqual({
      opens: 1,
      stay_duration: 5,
      open_page_views: 1,
      visits: 1,
    });
    const filters = [{ field: 'source', operator: 'eq' as const, values: ['direct'] }];
    expect(await valuesOf(engine, ['opens'], { start: '2026-03-01', end: '2026-03-01', filters })).toEqual({
      opens: 1,
    });
  });

  it('lets a live report under alipay be not available', async () => {
    const engine = await engineOf([['a', 0, 'page_view']], { profile: 'alipay' });
    const range = { start: '2026-03-02T00:00:00Z', end: '2026-03-02T01:00:00Z' };
    await expect(valuesOf(engine, ['visits'], range)).rejects.toMatchObject({ code: 'not_available' });
  });
});
