import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '#engine/index.js';
import type { Place } from '../twin/arbitrary-log.js';
import { plusDays } from '../twin/local-time.js';
import { Duck } from './duck.js';
import { crowd, loadEvents } from './logs.js';
import { expectSameBreakdown, expectSameTrend, type Pair, settle, type Setting } from './same-question.js';

const places: readonly Place[] = [
  { zone: 'UTC', day: '2024-02-29' },
  { zone: 'Asia/Kathmandu', day: '2025-12-31' },
  { zone: 'America/New_York', day: '2026-03-08' },
  { zone: 'Australia/Lord_Howe', day: '2026-04-05' },
];

describe.each(places)('metrics in SQL, of a crowd around $day in $zone,', (place) => {
  const { zone, day } = place;
  // Midnight in Shanghai, full hour everywhere else: all profiles are up to date at once.
  const asOf = Date.parse(`${plusDays(day, 70)}T16:00:00Z`);
  const week = { start: plusDays(day, -4), end: plusDays(day, 4) };
  let pair: Pair;
  const about = async (profile: Setting['profile'], scope: Setting['scope']): Promise<Setting> => {
    const setting: Setting = { profile, scope, zone, asOf };
    await settle(pair.duck, setting);
    return setting;
  };

  beforeAll(async () => {
    const events = crowd(place, 24, 20_260_301);
    const engine = createEngine({ clock: { now: () => asOf } });
    const outcome = await engine.ingest(JSON.stringify(events), { format: 'json' });
    expect(outcome).toMatchObject({ rejected: 0 });
    expect(outcome.duplicate).toBeGreaterThan(0);
    const duck = await Duck.open();
    pair = { engine, duck };
    await loadEvents(duck, events);
  });
  afterAll(() => pair.duck.close());

  it('are the same by every granularity and dimension', async () => {
    const setting = await about('standard', 'apps/default');
    await expectSameTrend(pair, setting, week, 'day');
    const quarter = { start: plusDays(day, -33), end: plusDays(day, 33) };
    await expectSameTrend(pair, setting, quarter, 'week');
    await expectSameTrend(pair, setting, quarter, 'month');
    await expectSameTrend(pair, setting, { start: plusDays(day, -2), end: plusDays(day, 1) }, 'all');
    // Where a clock moves by half an hour, a local hour is not an hour.
    if (zone !== 'Australia/Lord_Howe') await expectSameTrend(pair, setting, { start: day, end: day }, 'hour');
    for (const dimension of ['source', 'os_name', 'page_path'] as const) {
      await expectSameBreakdown(pair, setting, week, dimension);
    }
  });

  it.each([
    ['people across apps', 'standard', 'superapp'],
    ['opens that are merged', 'alipay', 'apps/default'],
    ['users who come back after 30 days', 'tencent_sas', 'superapp'],
  ] as const)('are the same for %s', async (_case, profile, scope) => {
    const setting = await about(profile, scope);
    await expectSameTrend(pair, setting, { start: plusDays(day, -33), end: plusDays(day, 33) }, 'day');
    await expectSameTrend(pair, setting, week, 'all');
    await expectSameBreakdown(pair, setting, week, scope === 'superapp' ? 'source' : 'page_path');
  });
});
