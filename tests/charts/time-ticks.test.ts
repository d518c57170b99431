import { describe, expect, it } from 'vitest';
import { wallTime } from '#charts/calendar.js';
import { timeTicks, type TimeTickOptions } from '#charts/time-ticks.js';

const days = (first: string, count: number, step = 1): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(first) + i * step * 86_400_000).toISOString().slice(0, 10),
  );
const hours = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * 3_600_000).toISOString());

function ticks(starts: readonly string[], { width = 1000, timezone = 'UTC', weekStart = 1 } = {}): string[] {
  const times = starts.map((start) => wallTime(start, timezone));
  const options: TimeTickOptions = {
    width,
    weekStart,
    measure: (label) => label.length * 7,
    label: (index, style) => {
      const { year, month, day, hour, minute } = times[index]!;
      const two = (part: number): string => String(part).padStart(2, '0');
      if (style === 'clock') return `${two(hour)}:${two(minute)}`;
      if (style === 'year') return String(year);
      return style === 'month' ? `${year}-${two(month)}` : `${two(month)}-${two(day)}`;
    },
  };
  return timeTicks(times, options).map(({ label }) => label);
}

describe('timeTicks', () => {
  it('names every day of a week', () => {
    expect(ticks(days('2026-11-16', 7))).toEqual(['11-16', '11-17', '11-18', '11-19', '11-20', '11-21', '11-22']);
  });

  it('names Mondays and the end of a month of days', () => {
    expect(ticks(days('2026-10-24', 30))).toEqual(['10-26', '11-02', '11-09', '11-16', '11-22']);
  });

  it('names Sundays where weeks begin on Sunday', () => {
    expect(ticks(days('2026-10-24', 30), { weekStart: 0 }).slice(0, -1)).toEqual(['10-25', '11-01', '11-08', '11-15']);
  });

  it('names every other Monday in a narrow plot', () => {
    expect(ticks(days('2026-10-24', 30), { width: 260 })).toEqual(['10-26', '11-09', '11-22']);
  });

  it('names the clock of one day by the hour', () => {
    expect(ticks(hours('2026-11-22T00:00:00Z', 24), { width: 500 })).toEqual([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
      '23:00',
    ]);
  });

  it('names days where hours run over many of them', () => {
    expect(ticks(hours('2026-11-20T00:00:00Z', 72), { width: 220 })).toEqual(['11-20', '11-21', '11-22']);
  });

  it('names midnight by its day between hours', () => {
    expect(ticks(hours('2026-11-20T00:00:00Z', 48), { width: 600 })).toEqual([
      '11-20',
      '06:00',
      '12:00',
      '18:00',
      '11-21',
      '06:00',
      '12:00',
      '23:00',
    ]);
  });

  it('finds the day where the clock jumps over midnight', () => {
    const starts = hours('2025-04-24T12:00:00Z', 24); // in Cairo 24 Apr 23:59 is followed by 25 Apr 01:00
    expect(ticks(starts, { timezone: 'Africa/Cairo', width: 300 })).toContain('04-25');
  });

  it('reads the clock of the report zone and not of the browser', () => {
    expect(ticks(hours('2026-11-21T16:00:00Z', 24), { timezone: 'Asia/Shanghai', width: 240 })[0]).toBe('00:00');
  });

  it('thins weeks by count', () => {
    expect(ticks(['2026-10-24', ...days('2026-10-26', 4, 7)], { width: 200 })).toEqual(['10-24', '11-02', '11-16']);
  });

  it('names months of a year', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
    expect(ticks(months, { width: 1200 })).toEqual(months.map((month) => month.slice(0, 7)));
    expect(ticks(months, { width: 400 })).toEqual(['2026-01', '2026-04', '2026-07', '2026-12']);
  });

  it('names the only bucket', () => {
    expect(ticks(['2026-11-22'])).toEqual(['11-22']);
    expect(ticks([])).toEqual([]);
  });
});
