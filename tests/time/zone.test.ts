import { describe, expect, it } from 'vitest';
import { formatInstant } from '#time/instant.js';
import { findZone, zone } from '#time/zone.js';

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

describe('zone', () => {
  it.each([
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 8],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 5.75],
    ['America/New_York', '2026-01-01T00:00:00Z', -5],
    ['America/New_York', '2026-07-01T00:00:00Z', -4],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 11],
    ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 10.5],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -10],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 14],
  ])('%s at %s is %d hours from UTC', (name, instant, hours) => {
    expect(zone(name).offsetAt(at(instant)) / HOUR).toBe(hours);
  });

  it.each([
    // zone, day, first instant, hours
    ['UTC', '2024-02-29', '2024-02-29T00:00:00Z', 24],
    ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00Z', 24],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    ['Australia/Lord_Howe', '2025-10-05', '2025-10-04T13:30:00Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    // No midnight: the clock jumps from 23:59:59 to 1:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', 23],
    ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00:00Z', 23],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    // Midnight twice, or 23:00 twice.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00Z', 25],
    // The date that Samoa skipped is empty.
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', 24],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', 24],
    // At 0:01 the clock went back to 23:01 of the day before: the day that has begun goes on.
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z', 25],
  ])('%s: %s begins at %s and lasts %d hours', (name, day, start, hours) => {
    const found = zone(name);
    expect(formatInstant(found.startOfDay(day))).toBe(start);
    expect((found.endOfDay(day) - found.startOfDay(day)) / HOUR).toBe(hours);
    if (hours === 0) return;
    expect(found.dayOf(found.startOfDay(day))).toBe(day);
    expect(found.dayOf(found.endOfDay(day) - 1)).toBe(day);
    expect(found.dayOf(found.startOfDay(day) - 1) < day).toBe(true);
  });

  it('finds the first instant at which the clock reads a time or a later one', () => {
    const newYork = zone('America/New_York');
    const local = (text: string): string => formatInstant(newYork.instantOf(at(`${text}Z`)));
    expect(local('2026-03-08T02:30:00')).toBe('2026-03-08T07:00:00Z'); // jumped over
    expect(local('2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00Z'); // read twice: the first
    expect(local('2026-07-01T12:00:00')).toBe('2026-07-01T16:00:00Z');
  });

  it('lists the segments of a stretch with the change of clocks between them', () => {
    const segments = zone('America/New_York').segments(at('2026-03-01T00:00:00Z'), at('2026-12-01T00:00:00Z'));
    expect(segments.map(({ from, to, offset }) => [formatInstant(from), formatInstant(to), offset / HOUR])).toEqual([
      ['2026-03-01T00:00:00Z', '2026-03-08T07:00:00Z', -5],
      ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', -4],
      ['2026-11-01T06:00:00Z', '2026-12-01T00:00:00Z', -5],
    ]);
  });

  it.each([
    ['Europe/Warsaw', '1977-04-03T00:00:00Z'],
    ['Asia/Baghdad', '1991-10-01T00:00:00Z'],
  ])('%s changes its clock in the very second of %s', (name, instant) => {
    const found = zone(name);
    expect(found.offsetAt(at(instant))).not.toBe(found.offsetAt(at(instant) - 1));
    expect(found.segmentAt(at(instant)).from).toBe(at(instant));
  });

  it('agrees with Intl about the local clock at instants all over 60 years', () => {
    for (const name of ['America/Havana', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Gaza', 'Antarctica/Troll']) {
      const found = zone(name);
      const format = new Intl.DateTimeFormat('en-CA', {
        timeZone: name,
        dateStyle: 'short',
        timeStyle: 'medium',
        hourCycle: 'h23',
      });
      for (let ms = at('1972-01-01T00:00:00Z'); ms < at('2032-01-01T00:00:00Z'); ms += 61 * HOUR + 1_234_567) {
        const clock = new Date(found.localOf(ms)).toISOString().slice(0, 19).replace('T', ', ');
        expect(`${name} ${format.format(ms)}`).toBe(`${name} ${clock}`);
      }
    }
  });

  it('numbers the days of many instants, in any order, as it does one by one', () => {
    const found = zone('America/Sao_Paulo');
    const instants = Float64Array.from(
      { length: 5000 },
      (_, row) => at('2017-06-01T00:00:00Z') + ((row * 7919) % 5000) * 11 * 1_000_003,
    );
    const days = found.dayNumbers(instants);
    expect(Array.from(days)).toEqual(Array.from(instants, (ms) => found.dayNumberOf(ms)));
    expect(new Set(days).size).toBeGreaterThan(500);
  });

  it('cuts a million instants without asking Intl for each', () => {
    const instants = Float64Array.from({ length: 1_000_000 }, (_, row) => at('2026-01-01T00:00:00Z') + row * 7776);
    const days = zone('Europe/Berlin').dayNumbers(instants);
    expect(days.at(-1)! - days[0]!).toBe(90);
  });

  it.each(['Mars/Phobos', '', '+08:00', 'UTC+8', 'Asia/Shanghai '])('does not know “%s”', (name) => {
    expect(findZone(name)).toBeUndefined();
    expect(() => zone(name)).toThrow(/is not a time zone\. Name one of the IANA zones/);
  });

  it('gives every caller the same zone', () => {
    expect(zone('Asia/Tokyo')).toBe(findZone('Asia/Tokyo'));
  });
});
