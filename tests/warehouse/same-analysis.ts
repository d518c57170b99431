import fc from 'fast-check';
import { it } from 'vitest';
import type { CohortKind, CompareKind, DistributionOf, EventMeasure, Filter } from '#contract/api.js';
import { dimensions, filter } from '../engine/twin/arbitrary-question.js';
import { patience, runs } from '../engine/twin/same-answer.js';
import { anyCase } from './arbitrary-case.js';
import { expectSame, type Open } from './same-as-engine.js';

const groupBy = fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 2 });
const kinds = fc.subarray<CompareKind>(['previous_day', 'last_week', 'previous_period'], { maxLength: 1 });
const step = fc.record({
  event: fc.constantFrom('launch', 'page_view', 'page_view', 'page_leave', 'share', 'buy', 'never'),
  filters: fc.oneof({ weight: 3, arbitrary: fc.constant<Filter[]>([]) }, fc.array(filter, { maxLength: 1 })),
});
const chain = fc
  .record({
    steps: fc.array(step, { minLength: 2, maxLength: 4 }),
    window: fc.constantFrom(undefined, 1, 30, 1800, 86_400),
  })
  .map(({ steps, window }) => ({ steps, ...(window !== undefined && { window_seconds: window }) }));

/** A warehouse gives the engine's answers to the questions of the property tests. */
export function sameAnalysis(open: () => Open, times: typeof runs = runs): void {
  it(
    'a distribution',
    async () => {
      const of = fc.constantFrom<DistributionOf>('visit_duration', 'visit_depth', 'opens_per_user');
      await fc.assert(
        fc.asyncProperty(anyCase(), of, kinds, async (given, what, compare) => {
          await expectSame(open(), given, 'distribution', { of: what, compare });
        }),
        times(10),
      );
    },
    patience * 4,
  );

  it(
    'retention by day, week and month',
    async () => {
      const more = fc.record({
        cohort: fc.constantFrom<CohortKind>('new_users', 'active_users'),
        granularity: fc.constantFrom('day' as const, 'day' as const, 'week' as const, 'month' as const),
      });
      const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(anyCase(40), more, offsets, async (given, asked, some) => {
          await expectSame(open(), given, 'retention', { ...asked, ...(some.length > 0 && { offsets: some }) });
        }),
        times(10),
      );
    },
    patience * 4,
  );

  it(
    'a funnel with groups',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyCase(), chain, groupBy, async (given, steps, group_by) => {
          await expectSame(open(), given, 'funnel', { ...steps, group_by });
        }),
        times(10),
      );
    },
    patience * 4,
  );

  it(
    'what users did next after a step',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyCase(), chain, fc.nat(3), async (given, steps, last) => {
          await expectSame(open(), given, 'funnel_next', { ...steps, step: Math.min(steps.steps.length, last + 1) });
        }),
        times(10),
      );
    },
    patience * 4,
  );

  it(
    'event analysis with two groups',
    async () => {
      const more = fc.record({
        event: fc.constantFrom('page_view', 'buy', 'search', 'pay', 'never'),
        measure: fc.constantFrom<EventMeasure>('total', 'users', 'per_user', 'sum', 'avg', 'min', 'max'),
        field: fc.constantFrom(
          'duration_ms',
          'amount',
          'properties.seats',
          'properties.mixed',
          'device_width',
          'scene',
        ),
        group_by: groupBy,
        granularity: fc.constantFrom('hour' as const, 'day' as const, 'all' as const),
        limit: fc.integer({ min: 1, max: 4 }),
        order: fc.constantFrom('value' as const, '-value' as const),
      });
      await fc.assert(
        fc.asyncProperty(anyCase(3), more, async (given, { field, ...rest }) => {
          const needsField = ['sum', 'avg', 'min', 'max'].includes(rest.measure);
          await expectSame(open(), given, 'event', { ...rest, ...(needsField && { field }) });
        }),
        times(10),
      );
    },
    patience * 4,
  );

  it(
    'the values of a dimension, and the days with events',
    async () => {
      const search = fc.constantFrom({}, { search: 'A' }, { search: '1' });
      await fc.assert(
        fc.asyncProperty(anyCase(), fc.constantFrom(...dimensions), search, async (given, field, asked) => {
          await expectSame(open(), given, 'values', { field, ...asked });
          await expectSame(open(), given, 'days', {});
        }),
        times(8),
      );
    },
    patience * 4,
  );
}
