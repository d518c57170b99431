import { describe, expect, it } from 'vitest';
import { addMonths, formatDay, parseDay, startOfMonth, startOfWeek, weekdayOf, type Weekday } from '#time/day.js';

const day = (text: string): number => parseDay(text)!;

describe('day', () => {
  it.each(['1970-01-01', '2024-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('reads and writes %s', (text) => {
    expect(formatDay(day(text))).toBe(text);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '2026-01-01T00:00', ''])(
    'does not take “%s” for a day',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );

  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-05-31', -1, '2026-04-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-31', 13, '2027-02-28'],
    ['2026-03-01', 1, '2026-04-01'],
  ])('%s moved by %d months, clamped to the end of the month, is %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it.each([
    ['2026-11-22', 'monday', '2026-11-16'],
    ['2026-11-22', 'sunday', '2026-11-22'],
    ['2026-11-23', 'monday', '2026-11-23'],
    ['2026-11-20', 'saturday', '2026-11-14'],
    ['1969-12-31', 'monday', '1969-12-29'],
  ] as [string, Weekday, string][])('the week of %s that begins on a %s begins on %s', (from, start, monday) => {
    expect(formatDay(startOfWeek(day(from), start))).toBe(monday);
  });

  it('begins weeks on Monday unless told otherwise', () => {
    expect(weekdayOf(startOfWeek(day('2026-11-22')))).toBe('monday');
  });

  it('finds the first of the month', () => expect(formatDay(startOfMonth(day('2024-02-29')))).toBe('2024-02-01'));
});
