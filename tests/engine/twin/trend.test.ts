import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareKind, Granularity, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { arbitraryLog, places, type Place } from './arbitrary-log.js';
import { dimensions, question } from './arbitrary-question.js';
import { plusDays, startOfDay } from './local-time.js';
import { twinMetrics } from './measures.js';
import { twinBrokenTrend, twinTrend } from './metric-reports.js';
import { both, differences, patience, runs } from './same-answer.js';

const kinds: readonly CompareKind[] = ['previous_day', 'last_week', 'last_month', 'previous_period'];
const ofSuperapp = ['mau', 'apps_created', 'apps_available'];
const metricsOf = (scope: Scope) =>
  twinMetrics.filter((metric) => scope === 'superapp' || !ofSuperapp.includes(metric));
const live = ['standard', 'weixin', 'tencent_sas', 'impatient'];

function seriesOf(series: TrendReport['series']) {
  return Object.fromEntries(
    series.map(({ metric, key, values }) => [key === undefined ? metric : `${metric} ${key}`, values]),
  );
}

/** Some hours around midnight of a place's day, as instants on the hour. */
function hoursAround({ zone, day }: Place): fc.Arbitrary<{ start: string; end: string }> {
  return fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 5 })).map(([from, length]) => {
    const start = startOfDay(day, zone) + from * 3_600_000;
    return { start: new Date(start).toISOString(), end: new Date(start + length * 3_600_000).toISOString() };
  });
}

describe('a trend of the engine is what the twin counts', () => {
  const check = (place: Place, granularities: readonly Granularity[], maxDays: number, isCompared: boolean) =>
    fc.assert(
      fc.asyncProperty(
        arbitraryLog(place),
        question(place, maxDays),
        fc.constantFrom(...granularities),
        isCompared ? fc.subarray([...kinds]) : fc.constant<CompareKind[]>([]),
        async (log, { scope, query, now }, granularity, compare) => {
          const { engine, twin } = await both(log, place, now);
          const asked = { ...query, metrics: metricsOf(scope), granularity, compare };
          const { buckets, series, comparisons } = await engine.trend(scope, asked);
          const expected = twinTrend(twin, scope, asked);
          const actual = {
            buckets: buckets.map(({ start, state }) => ({ start, state })),
            series: seriesOf(series),
            comparisons: comparisons.map((comparison) => ({
              kind: comparison.kind,
              series: seriesOf(comparison.series),
            })),
          };
          const wanted = {
            ...expected,
            series: seriesOf(expected.series),
            comparisons: expected.comparisons.map((comparison) => ({
              ...comparison,
              series: seriesOf(comparison.series),
            })),
          };
          expect(differences(actual, wanted)).toEqual([]);
        },
      ),
      runs(15),
    );

  it.each(places)(
    'by day, week, month and in all, around $day in $zone',
    (place) => check(place, ['day', 'week', 'month', 'all'], 20, true),
    patience,
  );

  it.each(places)('by hour, around $day in $zone', (place) => check(place, ['hour'], 2, true), patience);

  it.each(places)('by minutes between two instants, around $day in $zone', async (place) => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog(place),
        question(place, 1, live),
        hoursAround(place),
        fc.constantFrom<Granularity>('5_minutes', '10_minutes', '30_minutes', 'hour'),
        async (log, { scope, query: { range: _, ...query }, now }, instants, granularity) => {
          const { engine, twin } = await both(log, place, now);
          const asked = { ...query, ...instants, metrics: metricsOf(scope), granularity };
          const { buckets, series } = await engine.trend(scope, asked);
          const expected = twinTrend(twin, scope, asked);
          const actual = { buckets: buckets.map(({ start, state }) => ({ start, state })), series: seriesOf(series) };
          expect(differences(actual, { buckets: expected.buckets, series: seriesOf(expected.series) })).toEqual([]);
        },
      ),
      runs(10),
    );
  }, patience); // prettier-ignore
});

describe('a trend broken down by the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog(place),
        question(place, 4),
        fc.constantFrom(...dimensions),
        fc.shuffledSubarray(['active_users', 'visits', 'opens', 'stay_duration', 'shares'], { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 3 }),
        async (log, { scope, query, now }, breakdown_by, metrics, limit) => {
          const { engine, twin } = await both(log, place, now);
          const asked = { ...query, metrics, breakdown_by, limit, granularity: 'day' as const };
          const { series, others } = await engine.trend(scope, asked);
          const expected = twinBrokenTrend(twin, scope, asked);
          const named = (list: TrendReport['series']) => list.map(({ metric, key, values }) => ({ metric, key, values }));
          const actual = {
            series: named(series),
            others: others ? { row_count: others.row_count, series: seriesOf(others.series) } : null,
          };
          const wanted = { ...expected, others: expected.others && { ...expected.others, series: seriesOf(expected.others.series) } };
          const byName = (list: readonly { metric: string; key?: string | null | undefined }[]) =>
            Object.fromEntries(list.map((one) => [`${one.metric} ${one.key}`, one]));
          expect(
            differences({ ...actual, series: byName(actual.series) }, { ...wanted, series: byName(wanted.series) }),
          ).toEqual([]);
        },
      ),
      runs(15),
    );
  }, patience); // prettier-ignore
});

describe('days of the twin', () => {
  it('are what the calendar says', () => {
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay('2026-03-09', 'America/New_York') - startOfDay('2026-03-08', 'America/New_York')).toBe(
      23 * 3_600_000,
    );
  });
});
