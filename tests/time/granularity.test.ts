import { describe, expect, it } from 'vitest';
import { defaultGranularity, isLive } from '#time/granularity.js';
import { resolveRange } from '#time/range.js';
import { zone } from '#time/zone.js';

const range = (start: string, end: string) => resolveRange(zone('UTC'), { start, end }, 0).range!;

describe('granularity', () => {
  it('shows one day by the hour, longer by day', () => {
    expect(defaultGranularity(range('2026-11-20', '2026-11-20'))).toBe('hour');
    expect(defaultGranularity(range('2026-11-20', '2026-11-21'))).toBe('day');
  });

  it('makes a report live where it is finer than an hour, or the range is given as instants', () => {
    expect(isLive(range('2026-11-20', '2026-11-20'), '30_minutes')).toBe(true);
    expect(isLive(range('2026-11-20', '2026-11-20'), 'hour')).toBe(false);
    expect(isLive(range('2026-11-20T00:00:00Z', '2026-11-20T02:00:00Z'))).toBe(true);
  });
});
