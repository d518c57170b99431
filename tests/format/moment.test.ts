import { describe, expect, it } from 'vitest';
import { Formats } from '#format/formats.js';
import { isMidnight, localDay } from '#format/local-day.js';

const shanghai = (locale: string) => new Formats({ locale, timezone: 'Asia/Shanghai' });

describe('a date', () => {
  it('is a calendar day wherever the reader is', () => {
    expect(shanghai('en').day('2026-11-21')).toBe('21 Nov');
    expect(shanghai('en').day('2026-11-21', 'weekday')).toBe('Sat 21 Nov');
    expect(shanghai('en').day('2026-11-21', 'year')).toBe('21 Nov 2026');
    expect(shanghai('zh-CN').day('2026-11-21', 'weekday')).toBe('11月21日周六');
    expect(shanghai('ar').day('2026-11-21')).toBe('21 نوفمبر');
  });

  it('of an instant is in the zone of the report, on a clock of 24 hours', () => {
    expect(shanghai('en').time('2026-11-22T05:30:00Z')).toBe('13:30');
    expect(shanghai('en').time('2026-11-22T16:00:00Z')).toBe('00:00');
    expect(shanghai('en').dayTime('2026-11-22T16:05:00Z')).toBe('23 Nov, 00:05');
    expect(shanghai('en-US').time('2026-11-22T05:30:00Z')).toBe('13:30');
  });

  it('that cannot be read is shown as it came', () => {
    expect(shanghai('en').day('someday')).toBe('someday');
  });
});

describe('a range', () => {
  const range = { start: '2026-10-24', end: '2026-11-22' };

  it.each([
    ['en', '24 Oct – 22 Nov 2026'],
    ['zh-CN', '2026年10月24日 – 11月22日'],
    ['ar', '24 أكتوبر – 22 نوفمبر 2026'],
  ])('reads in %s as %s', (locale, text) => {
    expect(
      shanghai(locale)
        .range(range)
        .replace(/[\u2009\u202f]/g, ' '),
    ).toBe(text);
  });

  it('of one day is that day', () => {
    expect(shanghai('en').range({ start: '2026-11-21', end: '2026-11-21' })).toBe('21 Nov 2026');
    expect(shanghai('zh-CN').range({ start: '2026-11-21', end: '2026-11-21' })).toBe('2026年11月21日');
  });

  it('over the turn of a year names both years', () => {
    expect(shanghai('zh-CN').range({ start: '2026-12-30', end: '2027-01-02' })).toBe('2026年12月30日 – 2027年1月2日');
  });

  it('of instants has times', () => {
    const text = shanghai('en').range({ start: '2026-11-22T00:00:00Z', end: '2026-11-22T03:00:00Z' }, 'short');
    expect(text.replace(/[\u2009\u202f]/g, ' ')).toBe('22 Nov, 08:00–11:00');
  });
});

describe('a bucket', () => {
  it.each([
    [{ start: '2026-11-21', end: '2026-11-21' }, 'day', 'Sat 21 Nov'],
    [{ start: '2026-11-16', end: '2026-11-22' }, 'week', '16 – 22 Nov'],
    [{ start: '2026-11-01', end: '2026-11-30' }, 'month', 'November 2026'],
    [{ start: '2026-11-21T05:00:00Z', end: '2026-11-21T06:00:00Z' }, 'hour', 'Sat 21 Nov, 13:00'],
  ] as const)('of %o by %s is called %s', (range, granularity, text) => {
    expect(
      shanghai('en')
        .bucket(range, granularity)
        .replace(/[\u2009\u202f]/g, ' '),
    ).toBe(text);
  });
});

describe('the local day', () => {
  it('follows the zone, also where its clocks change', () => {
    expect(localDay('2026-11-22T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-23');
    expect(localDay('2026-11-22T15:59:59Z', 'Asia/Shanghai')).toBe('2026-11-22');
    expect(localDay('2026-11-01T04:00:00Z', 'America/New_York')).toBe('2026-11-01');
    expect(localDay('2026-11-02T04:30:00Z', 'America/New_York')).toBe('2026-11-01');
  });

  it('begins at midnight to the minute', () => {
    expect(isMidnight('2026-11-21T16:00:00.000Z', 'Asia/Shanghai')).toBe(true);
    expect(isMidnight('2026-11-21T16:00:30Z', 'Asia/Shanghai')).toBe(false);
    expect(isMidnight('2026-11-21T16:00:00Z', 'UTC')).toBe(false);
  });
});
