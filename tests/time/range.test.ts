import { describe, expect, it } from 'vitest';
import { formatInstant } from '#time/instant.js';
import { daysOf, rangeNames, resolveRange, type RangeQuestion } from '#time/range.js';
import { zone } from '#time/zone.js';

const NOW = Date.parse('2026-11-22T02:45:00Z'); // 21 November 21:45 in New York, 22 November 10:45 in Shanghai

function resolve(question: RangeQuestion, name = 'UTC') {
  const { range, faults } = resolveRange(zone(name), question, NOW);
  if (!range) throw new Error(faults.map(({ message }) => message).join(' '));
  return range;
}

const faultsOf = (question: RangeQuestion) =>
  resolveRange(zone('UTC'), question, NOW).faults?.map(({ parameter, reason }) => `${parameter} ${reason}`);

describe('range', () => {
  it.each([
    ['today', '2026-11-22', '2026-11-22'],
    ['yesterday', '2026-11-21', '2026-11-21'],
    ['last_7_days', '2026-11-15', '2026-11-21'],
    ['last_15_days', '2026-11-07', '2026-11-21'],
    ['last_30_days', '2026-10-23', '2026-11-21'],
    ['last_90_days', '2026-08-24', '2026-11-21'],
  ])('%s is %s to %s: “last N days” ends yesterday', (range, start, end) => {
    expect(resolve({ range }).label).toEqual({ start, end });
  });

  it('takes today from the report zone', () => {
    expect(resolve({ range: 'today' }, 'America/New_York').label.start).toBe('2026-11-21');
    expect(resolve({ range: 'today' }, 'Asia/Shanghai').label.start).toBe('2026-11-22');
  });

  it('includes both days of a range of days', () => {
    const range = resolve({ start: '2026-03-08', end: '2026-03-09' }, 'America/New_York');
    expect(range.kind).toBe('days');
    expect(daysOf(range)).toBe(2);
    expect(formatInstant(range.start)).toBe('2026-03-08T05:00:00Z');
    expect(formatInstant(range.end)).toBe('2026-03-10T04:00:00Z');
  });

  it('excludes the end instant of a range of instants', () => {
    const range = resolve({ start: '2026-11-21T23:00:00Z', end: '2026-11-22T00:00:00Z' });
    expect(range).toMatchObject({ kind: 'instants', end: Date.parse('2026-11-22T00:00:00Z') });
    expect(daysOf(range)).toBe(1);
    expect(range.label).toEqual({ start: '2026-11-21T23:00:00Z', end: '2026-11-22T00:00:00Z' });
  });

  it('is one day where start and end are the same day', () => {
    expect(daysOf(resolve({ start: '2026-11-20', end: '2026-11-20' }))).toBe(1);
  });

  it.each<[string, RangeQuestion, string[]]>([
    ['nothing is asked', {}, ['range missing']],
    ['a name and days are asked', { range: 'today', start: '2026-11-01' }, ['range ambiguous']],
    ['the name is unknown', { range: 'last_week' }, ['range unknown']],
    ['the end is missing', { start: '2026-11-01' }, ['end missing']],
    ['both ends cannot be read', { start: 'yesterday', end: '2026-02-30' }, ['start malformed', 'end malformed']],
    ['a day meets an instant', { start: '2026-11-01', end: '2026-11-02T00:00:00Z' }, ['end mixed']],
    ['the days are reversed', { start: '2026-11-02', end: '2026-11-01' }, ['end reversed']],
    ['the instants hold no time', { start: '2026-11-01T00:00:00Z', end: '2026-11-01T00:00:00Z' }, ['end reversed']],
  ])('says what is wrong where %s', (_case, question, faults) => {
    expect(faultsOf(question)).toEqual(faults);
  });

  it('names the ranges there are where the name is unknown', () => {
    expect(resolveRange(zone('UTC'), { range: 'last_week' }, NOW).faults?.[0]?.allowed).toEqual(rangeNames);
  });
});
