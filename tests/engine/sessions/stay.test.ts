import { describe, expect, it } from 'vitest';
import { engineOf, valuesOf, type TestEvent } from '../support/engine-of.js';

const stayOf = async (events: readonly TestEvent[]): Promise<number | null> =>
  (await valuesOf(await engineOf(events), ['stay_duration'])).stay_duration ?? null;

describe("a page view's stay", () => {
  it('is its own duration where that is given', async () => {
    expect(
      await stayOf([
        ['u', 0, 'page_view', { duration_ms: 1500 }],
        ['u', 60, 'page_view'],
      ]),
    ).toBe(1.5);
  });

  it('is the duration on the next page leave of the same path', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view', { page_path: 'a' }],
      ['u', 5, 'page_leave', { page_path: 'b', duration_ms: 1000 }],
      ['u', 9, 'page_leave', { page_path: 'a', duration_ms: 7000 }],
    ];
    expect(await stayOf(events)).toBe(7);
  });

  it('does not take the duration of a page leave after the next page view', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view', { page_path: 'a' }],
      ['u', 3, 'page_view', { page_path: 'b', duration_ms: 0 }],
      ['u', 9, 'page_leave', { page_path: 'a', duration_ms: 7000 }],
    ];
    expect(await stayOf(events)).toBe(3);
  });

  it.each(['page_view', 'page_leave', 'background'])('is the time to the next %s of the open', async (next) => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view', { page_path: 'a' }],
      ['u', 2, 'share'],
      ['u', 5, next, { page_path: 'b' }],
    ];
    expect(await stayOf(events)).toBe(5);
  });

  it("is the time to the open's last event where nothing ends it", async () => {
    expect(
      await stayOf([
        ['u', 0, 'page_view'],
        ['u', 4, 'share'],
        ['u', 9, 'purchase'],
      ]),
    ).toBe(9);
  });

  it('is 0 where it is the last event', async () => {
    expect(await stayOf([['u', 0, 'page_view']])).toBe(0);
  });

  it('does not reach into the next open', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view'],
      ['u', 3, 'share'],
      ['u', 4000, 'page_view'],
    ];
    expect(await stayOf(events)).toBe(3);
  });
});

describe("an open's stay", () => {
  it('is the sum over its page views and belongs to the bucket of its start', async () => {
    const engine = await engineOf([
      ['u', '2026-03-02T23:59:50Z', 'page_view'],
      ['u', '2026-03-03T00:00:10Z', 'page_view'],
      ['u', '2026-03-03T00:00:15Z', 'background'],
    ]);
    const report = await engine.trend('apps/default', {
      start: '2026-03-02',
      end: '2026-03-03',
      granularity: 'day',
      metrics: ['stay_duration', 'page_stay', 'opens', 'visits'],
    });
    expect(report.series.map(({ metric, values }) => [metric, values])).toEqual([
      ['stay_duration', [25, 0]],
      ['page_stay', [20, 5]],
      ['opens', [1, 0]],
      ['visits', [1, 1]],
    ]);
  });
});
