import fc from 'fast-check';
import { it } from 'vitest';
import type { BreakdownQuery, CompareKind, Granularity } from '#contract/api.js';
import { metricRules } from '#contract/metric-rules.js';
import type { Scope } from '#contract/report-source.js';
import type { Place } from '../engine/twin/arbitrary-log.js';
import { dimensions } from '../engine/twin/arbitrary-question.js';
import { startOfDay } from '../engine/twin/local-time.js';
import { patience, runs } from '../engine/twin/same-answer.js';
import { anyCase } from './arbitrary-case.js';
import { expectSame, type Open } from './same-as-engine.js';

const kinds = fc.subarray<CompareKind>(['previous_day', 'last_week', 'last_month', 'previous_period'], {
  maxLength: 2,
});
const ofSuperapp = ['mau', 'apps_created', 'apps_available'];
const brokenDown = metricRules.filter(({ reports }) => reports.includes('breakdown')).map(({ id }) => id);
const metricsOf = (scope: Scope) =>
  metricRules.map(({ id }) => id).filter((id) => scope === 'superapp' || !ofSuperapp.includes(id));

/** Some hours around midnight of a place's day, as instants on the hour. */
function hoursAround({ zone, day }: Place, from: number, length: number) {
  const start = startOfDay(day, zone) + from * 3_600_000;
  return { start: new Date(start).toISOString(), end: new Date(start + length * 3_600_000).toISOString() };
}

/** A warehouse gives the engine's answers to the questions of the property tests. */
export function sameNumbers(open: () => Open, times: typeof runs = runs): void {
  it(
    'a summary of every metric',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyCase(), kinds, async (given, compare) => {
          const { scope } = given.asked;
          await expectSame(open(), given, 'summary', { metrics: metricsOf(scope), compare });
        }),
        times(6),
      );
    },
    patience * 4,
  );

  it(
    'a trend of every metric by day, week, month and in all',
    async () => {
      const granularities = fc.constantFrom<Granularity>('day', 'week', 'month', 'all');
      await fc.assert(
        fc.asyncProperty(anyCase(20), granularities, kinds, async (given, granularity, compare) => {
          await expectSame(open(), given, 'trend', { metrics: metricsOf(given.asked.scope), granularity, compare });
        }),
        times(6),
      );
    },
    patience * 4,
  );

  it(
    'a trend of every metric by hour, and by minutes between two instants',
    async () => {
      const granularities = fc.constantFrom<Granularity>('5_minutes', '10_minutes', '30_minutes', 'hour');
      const live = ['standard', 'weixin', 'tencent_sas', 'impatient'];
      const [from, length] = [fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 5 })];
      await fc.assert(
        fc.asyncProperty(anyCase(1, live), granularities, from, length, async (given, granularity, start, hours) => {
          const { range: _, ...query } = given.asked.query;
          const instants = granularity === 'hour' ? given.asked.query : hoursAround(given.place, start, hours);
          const asked = { ...given.asked, query };
          await expectSame(open(), { ...given, asked }, 'trend', {
            ...instants,
            metrics: metricsOf(asked.scope),
            granularity,
          });
        }),
        times(5),
      );
    },
    patience * 4,
  );

  it(
    'a trend broken down by any dimension',
    async () => {
      const more = fc.record({
        breakdown_by: fc.constantFrom(...dimensions),
        metrics: fc.shuffledSubarray(brokenDown, { minLength: 1, maxLength: 4 }),
        limit: fc.integer({ min: 1, max: 3 }),
        granularity: fc.constantFrom<Granularity>('day', 'week'),
      });
      await fc.assert(
        fc.asyncProperty(anyCase(4), more, async (given, asked) => {
          await expectSame(open(), given, 'trend', asked);
        }),
        times(8),
      );
    },
    patience * 4,
  );

  it(
    'a breakdown by any dimension, page by page, searched and compared',
    async () => {
      const more = fc.record({
        dimension: fc.constantFrom(...dimensions),
        metrics: fc.shuffledSubarray(brokenDown, { minLength: 1, maxLength: 6 }),
        limit: fc.integer({ min: 1, max: 4 }),
        isAscending: fc.boolean(),
        cursor: fc.constantFrom(undefined, '1', '2'),
        search: fc.constantFrom(undefined, undefined, 'A', 'o', '/'),
        compare: fc.subarray<CompareKind>(['previous_day', 'last_week', 'previous_period'], { maxLength: 1 }),
      });
      await fc.assert(
        fc.asyncProperty(anyCase(), more, async (given, { isAscending, cursor, search, ...rest }) => {
          const order = isAscending ? rest.metrics[0]! : `-${rest.metrics[0]!}`;
          const page: Partial<BreakdownQuery> = { ...(cursor && { cursor }), ...(search && { search }) };
          await expectSame(open(), given, 'breakdown', { ...rest, order, ...page });
        }),
        times(10),
      );
    },
    patience * 4,
  );
}
