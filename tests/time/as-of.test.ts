import { describe, expect, it } from 'vitest';
import { asOf, freshnessOf, type AsOfRule } from '#time/as-of.js';
import { formatInstant } from '#time/instant.js';
import { zone } from '#time/zone.js';

const NOW: AsOfRule = { rule: 'now' };
const DAILY: AsOfRule = { rule: 'last_midnight' };
const every = (minutes: number): AsOfRule => ({ rule: 'floor', minutes });

describe('as of', () => {
  it.each<[string, string, AsOfRule, string, string, string]>([
    ['standard: now', 'UTC', NOW, '2026-11-22T02:47:31Z', '2026-11-22T02:47:31Z', '2026-11-22T02:48:00Z'],
    [
      'weixin: last midnight',
      'Asia/Shanghai',
      DAILY,
      '2026-11-22T02:47:31Z',
      '2026-11-21T16:00:00Z',
      '2026-11-22T16:00:00Z',
    ],
    [
      'weixin live: floored to 15 min',
      'Asia/Shanghai',
      every(15),
      '2026-11-22T02:47:31Z',
      '2026-11-22T02:45:00Z',
      '2026-11-22T03:00:00Z',
    ],
    [
      'tencent_sas: floored to 30 min',
      'UTC',
      every(30),
      '2026-11-22T02:47:31Z',
      '2026-11-22T02:30:00Z',
      '2026-11-22T03:00:00Z',
    ],
    [
      'the local clock is floored',
      'Asia/Kathmandu',
      every(30),
      '2026-11-22T02:47:31Z',
      '2026-11-22T02:45:00Z',
      '2026-11-22T03:15:00Z',
    ],
    [
      'the local clock is floored at the table edge too',
      'Asia/Kathmandu',
      every(30),
      '1971-02-05T00:05:00Z',
      '1971-02-05T00:00:00Z',
      '1971-02-05T00:30:00Z',
    ],
    [
      'midnight itself is the last midnight',
      'UTC',
      DAILY,
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00Z',
      '2026-11-23T00:00:00Z',
    ],
    [
      'a day without a midnight',
      'America/Havana',
      DAILY,
      '2026-03-08T12:00:00Z',
      '2026-03-08T05:00:00Z',
      '2026-03-09T04:00:00Z',
    ],
  ])('%s (%s)', (_case, name, rule, now, from, next) => {
    const found = asOf(zone(name), rule, Date.parse(now));
    expect([formatInstant(found.asOf), formatInstant(found.nextRefresh)]).toEqual([from, next]);
  });

  it('says how often there can be news', () => {
    expect([NOW, DAILY, every(15)].map(freshnessOf)).toEqual([
      { kind: 'live' },
      { kind: 'daily' },
      { kind: 'interval', minutes: 15 },
    ]);
  });
});
