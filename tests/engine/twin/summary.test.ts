import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareKind } from '#contract/api.js';
import { arbitraryLog, places } from './arbitrary-log.js';
import { question } from './arbitrary-question.js';
import { plusDays } from './local-time.js';
import { twinMetrics } from './measures.js';
import { twinSummary } from './metric-reports.js';
import { both, differences, patience, runs } from './same-answer.js';

const kinds: readonly CompareKind[] = ['previous_day', 'last_week', 'last_month', 'previous_period'];
const ofSuperapp = ['mau', 'apps_created', 'apps_available'];

describe('a summary of the engine is what the twin counts', () => {
  it.each(places)(
    'around $day in $zone',
    async (place) => {
      const compare = fc.subarray([...kinds]);
      const custom = fc.constantFrom(
        {},
        { compare_start: plusDays(place.day, -2), compare_end: plusDays(place.day, 1) },
      );
      await fc.assert(
        fc.asyncProperty(
          arbitraryLog(place),
          question(place),
          compare,
          custom,
          async (log, { scope, query, now }, kindsAsked, own) => {
            const { engine, twin } = await both(log, place, now);
            const metrics = twinMetrics.filter((metric) => scope === 'superapp' || !ofSuperapp.includes(metric));
            const asked = { ...query, metrics, compare: kindsAsked, ...own };
            const answer = await engine.summary(scope, asked);
            const shape = answer.metrics.map(({ metric, value, comparisons }) => ({
              metric,
              value,
              comparisons: comparisons.map(({ kind, current, previous, growth }) => ({
                kind,
                current: current.value,
                previous: previous.value,
                growth,
              })),
            }));
            expect(differences(byMetric(shape), byMetric(twinSummary(twin, scope, asked)))).toEqual([]);
          },
        ),
        runs(40),
      );
    },
    patience,
  );
});

function byMetric<T extends { metric: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.metric, row]));
}
