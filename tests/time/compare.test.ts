import { describe, expect, it } from 'vitest';
import { comparison, comparisonRange, type ComparisonKind, type CompareOptions } from '#time/compare.js';
import { formatInstant } from '#time/instant.js';
import { resolveRange, type RangeText, type TimeRange } from '#time/range.js';
import { zone } from '#time/zone.js';

const LATER = Date.parse('2100-01-01T00:00:00Z');

const rangeOf = (start: string, end: string, name = 'UTC'): TimeRange =>
  resolveRange(zone(name), { start, end }, 0).range!;

const days = ({ start, end }: RangeText): string => `${start}…${end}`;

function compared(range: TimeRange, kind: ComparisonKind, options: Partial<CompareOptions> = {}, name = 'UTC') {
  const found = comparison(zone(name), range, kind, { asOf: LATER, ...options });
  if (!found) return undefined;
  const { current, previous } = found;
  return { current: days(current.range.label), previous: days(previous.range.label), found };
}

const counted = ({ counted: { start, end } }: { counted: { start: number; end: number } }): string =>
  `${formatInstant(start)}…${formatInstant(end)}`;

describe('comparison', () => {
  it.each<[ComparisonKind, string]>([
    ['previous_day', '2026-03-30…2026-04-01'],
    ['last_week', '2026-03-24…2026-03-26'],
    ['last_month', '2026-02-28…2026-03-02'],
    ['previous_period', '2026-03-28…2026-03-30'],
  ])(
    '%s of 31 March to 2 April is %s: the start shifted, a month clamped to its end, equally long',
    (kind, previous) => {
      const found = compared(rangeOf('2026-03-31', '2026-04-02'), kind);
      expect(found).toMatchObject({ current: '2026-03-31…2026-04-02', previous });
    },
  );

  it('custom is the range given', () => {
    const custom = rangeOf('2025-03-01', '2025-03-10');
    expect(compared(rangeOf('2026-03-01', '2026-03-10'), 'custom', { custom })?.previous).toBe('2025-03-01…2025-03-10');
    expect(() => comparisonRange(zone('UTC'), custom, 'custom')).toThrow(/needs the range/);
  });

  it('compares calendar days also where one of them has 23 hours', () => {
    const { found } = compared(
      rangeOf('2026-03-08', '2026-03-08', 'America/New_York'),
      'previous_day',
      {},
      'America/New_York',
    )!;
    expect(counted(found.previous)).toBe('2026-03-07T05:00:00Z…2026-03-08T05:00:00Z');
    expect(counted(found.current)).toBe('2026-03-08T05:00:00Z…2026-03-09T04:00:00Z');
  });

  it('compares values up to the same elapsed local time where start < data_as_of < end', () => {
    const asOf = Date.parse('2026-11-22T10:45:00Z');
    const { found } = compared(rangeOf('2026-11-21', '2026-11-23'), 'last_week', { asOf })!;
    expect(counted(found.current)).toBe('2026-11-21T00:00:00Z…2026-11-22T10:45:00Z');
    expect(counted(found.previous)).toBe('2026-11-14T00:00:00Z…2026-11-15T10:45:00Z');
    expect(days(found.previous.range.label)).toBe('2026-11-14…2026-11-16');
  });

  it('takes elapsed time from the local clock across a change of clocks', () => {
    const name = 'America/New_York';
    const asOf = Date.parse('2026-03-08T14:00:00Z'); // 10:00, nine hours after midnight
    const { found } = compared(rangeOf('2026-03-08', '2026-03-08', name), 'previous_day', { asOf }, name)!;
    expect(counted(found.previous)).toBe('2026-03-07T05:00:00Z…2026-03-07T15:00:00Z'); // 10:00 too
  });

  it('takes elapsed time from 0:00 where the day has no midnight', () => {
    const name = 'America/Havana';
    const asOf = Date.parse('2026-03-08T14:00:00Z'); // 10:00
    const { found } = compared(rangeOf('2026-03-08', '2026-03-08', name), 'previous_day', { asOf }, name)!;
    expect(counted(found.previous)).toBe('2026-03-07T05:00:00Z…2026-03-07T15:00:00Z');
  });

  it('never counts past the end of a shorter custom range', () => {
    const asOf = Date.parse('2026-11-22T10:45:00Z');
    const custom = rangeOf('2026-10-01', '2026-10-01');
    const { found } = compared(rangeOf('2026-11-20', '2026-11-23'), 'custom', { asOf, custom })!;
    expect(counted(found.previous)).toBe('2026-10-01T00:00:00Z…2026-10-02T00:00:00Z');
  });

  it('is nothing for a range that starts at or after data_as_of', () => {
    const asOf = Date.parse('2026-11-22T00:00:00Z');
    expect(compared(rangeOf('2026-11-22', '2026-11-22'), 'previous_day', { asOf })).toBeUndefined();
    expect(compared(rangeOf('2026-11-21', '2026-11-22'), 'previous_day', { asOf })).toBeDefined();
  });

  it('shifts instants by local days and keeps them equally long', () => {
    const name = 'America/New_York';
    const range = rangeOf('2026-03-08T16:00:00Z', '2026-03-08T18:00:00Z', name); // 12:00 to 14:00
    const found = compared(range, 'previous_day', {}, name)!;
    expect(counted(found.found.previous)).toBe('2026-03-07T17:00:00Z…2026-03-07T19:00:00Z');
    expect(compared(range, 'previous_period', {}, name)!.previous).toBe('2026-03-08T14:00:00Z…2026-03-08T16:00:00Z');
  });

  describe('by windows', () => {
    const asOf = Date.parse('2026-11-22T00:00:00Z');

    it.each<[ComparisonKind, string, string]>([
      ['previous_day', '2026-11-20…2026-11-20', '2026-11-19…2026-11-19'],
      ['last_week', '2026-11-14…2026-11-20', '2026-11-07…2026-11-13'],
      ['last_month', '2026-10-22…2026-11-20', '2026-09-22…2026-10-21'],
    ])('%s compares %s with %s: the windows end on the range’s last day', (kind, current, previous) => {
      const range = rangeOf('2026-11-18', '2026-11-20');
      expect(compared(range, kind, { asOf, rule: 'windows' })).toMatchObject({ current, previous });
    });

    it('takes the last day that has ended by data_as_of', () => {
      const range = rangeOf('2026-11-18', '2026-11-30');
      expect(compared(range, 'previous_day', { asOf, rule: 'windows' })).toMatchObject({
        current: '2026-11-21…2026-11-21',
        previous: '2026-11-20…2026-11-20',
      });
      const noon = asOf + 12 * 3_600_000;
      expect(compared(range, 'previous_day', { asOf: noon, rule: 'windows' })?.current).toBe('2026-11-21…2026-11-21');
    });

    it('is nothing where no day of the range has ended', () => {
      const noon = asOf + 12 * 3_600_000;
      const today = rangeOf('2026-11-22', '2026-11-23');
      expect(compared(today, 'last_week', { asOf: noon, rule: 'windows' })).toBeUndefined();
    });

    it('leaves previous_period and the series of a trend shifted', () => {
      const range = rangeOf('2026-11-18', '2026-11-20');
      expect(compared(range, 'previous_period', { asOf, rule: 'windows' })?.previous).toBe('2026-11-15…2026-11-17');
      expect(days(comparisonRange(zone('UTC'), range, 'last_week').label)).toBe('2026-11-11…2026-11-13');
    });
  });
});
