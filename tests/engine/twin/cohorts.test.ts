import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CohortKind, DistributionOf } from '#contract/api.js';
import { arbitraryLog, places } from './arbitrary-log.js';
import { question } from './arbitrary-question.js';
import { twinDistribution, twinRetention } from './cohort-reports.js';
import { both, differences, patience, runs } from './same-answer.js';

describe('a distribution of the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    const kind = fc.constantFrom<DistributionOf>('visit_duration', 'visit_depth', 'opens_per_user');
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place), kind, async (log, { scope, query, now }, of) => {
        const { engine, twin } = await both(log, place, now);
        const { buckets, total } = await engine.distribution(scope, { ...query, of });
        const expected = twinDistribution(twin, scope, { ...query, of });
        if (expected.total === null) {
          expect(buckets.every(({ count, share }) => count === null && share === null)).toBe(true);
          expect(total).toBe(null);
          return;
        }
        expect(differences(buckets.map(({ from, to, count }) => ({ from, to, count })), expected.counts)).toEqual([]);
        expect(total).toBe(expected.total);
        for (const { count, share } of buckets) expect(share).toBe(total ? count! / total : null);
      }),
      runs(25),
    );
  }, patience); // prettier-ignore
});

describe('retention of the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    const more = fc.record({
      cohort: fc.constantFrom<CohortKind>('new_users', 'active_users'),
      granularity: fc.constantFrom('day' as const, 'day' as const, 'week' as const, 'month' as const),
      offsets: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place, 40), more, async (log, { scope, query, now }, asked) => {
        const { engine, twin } = await both(log, place, now);
        const { offsets, ...rest } = asked;
        const full = { ...query, ...rest, ...(offsets && { offsets }) };
        const { offsets: given, cohorts, average } = await engine.retention(scope, full);
        expect(differences({ offsets: given, cohorts, average }, twinRetention(twin, scope, full))).toEqual([]);
      }),
      runs(30),
    );
  }, patience); // prettier-ignore
});
