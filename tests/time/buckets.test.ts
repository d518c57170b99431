import { describe, expect, it } from 'vitest';
import { bucketEdges, BucketFinder, cutBuckets, type Bucket } from '#time/buckets.js';
import type { Weekday } from '#time/day.js';
import { granularities, type Granularity } from '#time/granularity.js';
import { formatInstant } from '#time/instant.js';
import { resolveRange, type TimeRange } from '#time/range.js';
import { zone } from '#time/zone.js';

const LATER = Date.parse('2100-01-01T00:00:00Z');

function rangeOf(name: string, start: string, end: string): TimeRange {
  return resolveRange(zone(name), { start, end }, 0).range!;
}

interface Cut {
  name?: string;
  asOf?: number;
  weekStart?: Weekday;
}

function cut(
  start: string,
  end: string,
  granularity: Granularity,
  { name = 'UTC', asOf = LATER, weekStart }: Cut = {},
) {
  return cutBuckets(zone(name), rangeOf(name, start, end), granularity, { asOf, weekStart });
}

const states = (buckets: Bucket[]) => buckets.map(({ state }) => state);
const starts = (buckets: Bucket[]) => buckets.map(({ label }) => label.start);
const minutes = (buckets: Bucket[]) => buckets.map(({ start, end }) => (end - start) / 60_000);

describe('buckets', () => {
  it('are joined and cover the range, at every granularity, in every zone', () => {
    for (const name of ['UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia']) {
      for (const [start, end] of [
        ['2010-10-30', '2010-11-09'],
        ['2011-12-28', '2012-01-02'],
        ['2026-03-30', '2026-04-06'],
      ] as const) {
        for (const granularity of granularities) {
          const range = rangeOf(name, start, end);
          const buckets = cutBuckets(zone(name), range, granularity, { asOf: LATER });
          expect(buckets[0]!.start).toBe(range.start);
          expect(buckets.at(-1)!.end).toBe(range.end);
          // One assertion for all: there are thousands of minutes.
          const torn = buckets.slice(1).filter((bucket, index) => {
            const { end, whole } = buckets[index]!;
            const isJoined = bucket.start === end && bucket.before.end === bucket.whole.start;
            return !isJoined || bucket.before.start !== whole.start;
          });
          expect(torn).toEqual([]);
        }
      }
    }
  });

  it('have days for labels from day up, else instants', () => {
    expect(cut('2026-11-20', '2026-11-21', 'day').map(({ label }) => label)).toEqual([
      { start: '2026-11-20', end: '2026-11-20' },
      { start: '2026-11-21', end: '2026-11-21' },
    ]);
    expect(cut('2026-11-20', '2026-11-20', 'hour')[1]!.label).toEqual({
      start: '2026-11-20T01:00:00Z',
      end: '2026-11-20T02:00:00Z',
    });
    expect(cut('2026-11-01', '2026-11-20', 'all').map(({ label }) => label)).toEqual([
      { start: '2026-11-01', end: '2026-11-20' },
    ]);
  });

  it('are clipped where the range cuts a week, and weeks begin on Monday', () => {
    const weeks = cut('2026-11-04', '2026-11-17', 'week');
    expect(weeks.map(({ label }) => label)).toEqual([
      { start: '2026-11-04', end: '2026-11-08' },
      { start: '2026-11-09', end: '2026-11-15' },
      { start: '2026-11-16', end: '2026-11-17' },
    ]);
    expect(states(weeks)).toEqual(['clipped', 'complete', 'clipped']);
  });

  it('begin weeks on another day where the profile says so', () => {
    expect(starts(cut('2026-11-04', '2026-11-17', 'week', { weekStart: 'sunday' }))).toEqual([
      '2026-11-04',
      '2026-11-08',
      '2026-11-15',
    ]);
  });

  it('know the whole calendar bucket before, also for a clipped bucket', () => {
    const [first] = cut('2026-03-10', '2026-03-20', 'month');
    expect(first!.state).toBe('clipped');
    expect([first!.before.start, first!.before.end].map(formatInstant)).toEqual([
      '2026-02-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
    ]);
    expect([first!.whole.start, first!.whole.end].map(formatInstant)).toEqual([
      '2026-03-01T00:00:00Z',
      '2026-04-01T00:00:00Z',
    ]);
  });

  it('look back, for a range, at as many days ending the day before', () => {
    const [all] = cut('2026-03-10', '2026-03-20', 'all');
    expect([all!.before.start, all!.before.end].map(formatInstant)).toEqual([
      '2026-02-27T00:00:00Z',
      '2026-03-10T00:00:00Z',
    ]);
  });

  it('that start at or after data_as_of are future, the one that contains it is running', () => {
    const asOf = Date.parse('2026-11-20T01:30:00Z');
    expect(states(cut('2026-11-20', '2026-11-20', 'hour', { asOf })).slice(0, 4)).toEqual([
      'complete',
      'running',
      'future',
      'future',
    ]);
    expect(states(cut('2026-11-19', '2026-11-21', 'day', { asOf }))).toEqual(['complete', 'running', 'future']);
    const midnight = Date.parse('2026-11-20T00:00:00Z');
    expect(states(cut('2026-11-19', '2026-11-20', 'day', { asOf: midnight }))).toEqual(['complete', 'future']);
  });

  it('that are clipped and not over are running', () => {
    const asOf = Date.parse('2026-11-17T12:00:00Z');
    expect(states(cut('2026-11-16', '2026-11-18', 'week', { asOf }))).toEqual(['running']);
  });

  it('of hours repeat the hour that the clock repeats and leave out the one it jumps over', () => {
    const autumn = cut('2026-11-01', '2026-11-01', 'hour', { name: 'America/New_York' });
    expect(autumn).toHaveLength(25);
    expect(starts(autumn).slice(0, 4)).toEqual([
      '2026-11-01T04:00:00Z',
      '2026-11-01T05:00:00Z',
      '2026-11-01T06:00:00Z',
      '2026-11-01T07:00:00Z',
    ]);
    expect(cut('2026-03-08', '2026-03-08', 'hour', { name: 'America/New_York' })).toHaveLength(23);
  });

  it('of hours follow a clock that is changed by half an hour', () => {
    expect(minutes(cut('2026-04-05', '2026-04-05', 'hour', { name: 'Australia/Lord_Howe' })).slice(0, 4)).toEqual([
      60, 60, 30, 60,
    ]);
    expect(minutes(cut('2025-10-05', '2025-10-05', 'hour', { name: 'Australia/Lord_Howe' })).slice(0, 4)).toEqual([
      60, 60, 30, 60,
    ]);
  });

  it('of hours begin on the local hour at +05:45', () => {
    expect(starts(cut('2026-11-01', '2026-11-01', 'hour', { name: 'Asia/Kathmandu' })).slice(0, 2)).toEqual([
      '2026-10-31T18:15:00Z',
      '2026-10-31T19:15:00Z',
    ]);
  });

  it('of minutes are cut by the local clock and clipped by the instants asked', () => {
    const buckets = cut('2026-11-20T10:03:00Z', '2026-11-20T10:12:00Z', '5_minutes');
    expect(minutes(buckets)).toEqual([2, 5, 2]);
    expect(states(buckets)).toEqual(['clipped', 'complete', 'clipped']);
  });

  it('have a day of no length where a zone skipped a date', () => {
    const days = cut('2011-12-29', '2011-12-31', 'day', { name: 'Pacific/Apia' });
    expect(starts(days)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31']);
    expect(minutes(days)).toEqual([1440, 0, 1440]);
  });

  it('are found by instant, also where they are uneven', () => {
    for (const [name, granularity] of [
      ['UTC', 'month'],
      ['America/New_York', 'day'],
      ['Australia/Lord_Howe', 'hour'],
      ['Pacific/Apia', 'day'],
    ] as const) {
      const buckets = cut('2011-01-05', '2012-04-10', granularity, { name });
      const finder = new BucketFinder(bucketEdges(buckets));
      buckets.forEach(({ start, end }, index) => {
        if (start === end) return;
        expect([finder.find(start), finder.find(end - 1)]).toEqual([index, index]);
      });
      expect(finder.find(buckets[0]!.start - 1)).toBe(-1);
      expect(finder.find(buckets.at(-1)!.end)).toBe(-1);
      expect(finder.find(NaN)).toBe(-1);
    }
  });
});
