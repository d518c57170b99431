import { describe, expect, it } from 'vitest';
import { profiles } from '#contract/profiles.js';
import { engineOf, valuesOf, type TestEvent } from '../support/engine-of.js';

const opensOf = async (events: readonly TestEvent[], profile = 'standard'): Promise<number | null> =>
  (await valuesOf(await engineOf(events, { timezone: 'UTC' }), ['opens'], { profile })).opens ?? null;

const minutes = 60;

describe('an open', () => {
  it('begins at every launch, also right after another', async () => {
    expect(
      await opensOf([
        ['u', 0, 'launch'],
        ['u', 1, 'launch'],
        ['u', 2, 'page_view'],
      ]),
    ).toBe(2);
  });

  it('begins at a page view when the user has had none', async () => {
    expect(
      await opensOf([
        ['u', 0, 'page_view'],
        ['v', 0, 'page_view'],
      ]),
    ).toBe(2);
  });

  it('begins at a page view after a background', async () => {
    expect(
      await opensOf([
        ['u', 0, 'page_view'],
        ['u', 1, 'background'],
        ['u', 2, 'page_view'],
      ]),
    ).toBe(2);
  });

  it('is continued by a page view exactly 30:00 after its last event', async () => {
    expect(
      await opensOf([
        ['u', 0, 'page_view'],
        ['u', 30 * minutes, 'page_view'],
      ]),
    ).toBe(1);
  });

  it('ends when more than 30:00 has passed since its last event', async () => {
    expect(
      await opensOf([
        ['u', 0, 'page_view'],
        ['u', 30 * minutes + 0.001, 'page_view'],
      ]),
    ).toBe(2);
  });

  it('is kept in progress by other events that come within the timeout', async () => {
    expect(
      await opensOf([
        ['u', 0, 'page_view'],
        ['u', 20 * minutes, 'share'],
        ['u', 50 * minutes, 'page_view'],
      ]),
    ).toBe(1);
  });

  it('is not kept in progress by other events that come later than the timeout', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view'],
      ['u', 31 * minutes, 'share'],
      ['u', 32 * minutes, 'page_view'],
    ];
    expect(await opensOf(events)).toBe(2);
  });

  it('does not begin at any other event', async () => {
    expect(
      await opensOf([
        ['u', 0, 'share'],
        ['u', 1, 'purchase'],
        ['u', 2, 'background'],
        ['v', 3, 'page_view'],
      ]),
    ).toBe(1);
  });

  it('is cut per app and environment', async () => {
    const engine = await engineOf([
      ['u', 0, 'page_view', { app_id: 'a' }],
      ['u', 1, 'page_view', { app_id: 'b' }],
      ['u', 2, 'page_view', { app_id: 'a' }],
      ['u', 3, 'page_view', { app_id: 'a', environment: 'non_production' }],
    ]);
    expect(await valuesOf(engine, ['opens', 'visits', 'active_users'], {}, 'superapp')).toEqual({
      opens: 2,
      visits: 3,
      active_users: 1,
    });
    const test = { environment: 'non_production' } as const;
    expect(await valuesOf(engine, ['opens', 'visits'], test, 'superapp')).toEqual({ opens: 1, visits: 1 });
  });

  it('takes ties in time in ingestion order', async () => {
    const background: TestEvent = ['u', 5, 'background'];
    const view: TestEvent = ['u', 5, 'page_view'];
    expect(await opensOf([['u', 0, 'page_view'], background, view])).toBe(2);
    expect(await opensOf([['u', 0, 'page_view'], view, background])).toBe(1);
  });

  it('takes a page leave that follows its background, which moves its end', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'page_view'],
      ['u', 10, 'background'],
      ['u', 12, 'page_leave'],
      ['u', 41, 'page_view'],
    ];
    // 29 s after the page leave, 31 s after the background: only the first merges under 30 s.
    const merging = { ...profiles.find((profile) => profile.id === 'alipay')!, timezone: 'UTC' };
    const engine = await engineOf(events, { profiles: [merging], profile: 'alipay', timezone: 'UTC' });
    expect(await valuesOf(engine, ['opens'])).toEqual({ opens: 1 });
  });

  it('continues the one before where it would begin less than merge_opens_under after its last event', async () => {
    const gap = async (seconds: number) => {
      const merging = { ...profiles.find((profile) => profile.id === 'alipay')!, timezone: 'UTC' };
      const events: TestEvent[] = [
        ['u', 0, 'launch'],
        ['u', 5, 'background'],
        ['u', 5 + seconds, 'launch'],
      ];
      return valuesOf(await engineOf(events, { profiles: [merging], profile: 'alipay' }), ['opens']);
    };
    expect(await gap(29.999)).toEqual({ opens: 1 });
    expect(await gap(30)).toEqual({ opens: 2 });
  });
});
