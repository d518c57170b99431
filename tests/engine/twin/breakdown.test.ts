import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakdownQuery, RowComparison, Values } from '#contract/api.js';
import { arbitraryLog, places } from './arbitrary-log.js';
import { dimensions, question } from './arbitrary-question.js';
import { baseMeasures } from './measures.js';
import { twinBreakdown } from './metric-reports.js';
import { both, differences, patience, runs } from './same-answer.js';

const stocks = ['cumulative_users', 'total_adds', 'cumulative_payment_amount', 'mau', 'apps_created', 'apps_available'];
const countable = Object.keys(baseMeasures).filter((metric) => !stocks.includes(metric));

describe('a breakdown of the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    const more = fc.record({
      dimension: fc.constantFrom(...dimensions),
      metrics: fc.shuffledSubarray(countable, { minLength: 1, maxLength: 6 }),
      limit: fc.integer({ min: 1, max: 4 }),
      isAscending: fc.boolean(),
      cursor: fc.constantFrom(undefined, '1', '2'),
      search: fc.constantFrom(undefined, undefined, 'A', 'o', '/'),
      compare: fc.subarray(['previous_day', 'last_week', 'previous_period'] as const, { maxLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place), more, async (log, { scope, query, now }, asked) => {
        const { isAscending, cursor, search, ...rest } = asked;
        const { engine, twin } = await both(log, place, now);
        const order = isAscending ? rest.metrics[0]! : `-${rest.metrics[0]!}`;
        // A source is searched by its name in a language, which is none of the twin's words.
        const searched = search !== undefined && rest.dimension !== 'source' ? { search } : {};
        const full: BreakdownQuery = { ...query, ...rest, order, ...searched, ...(cursor && { cursor }) };
        const { rows, others, totals, row_count } = await engine.breakdown(scope, full);
        const actual = {
          rows: rows.map(({ key, app, values, comparisons }) => ({ key, app, values, comparisons: compared(comparisons) })),
          others: others && { row_count: others.row_count, values: others.values, comparisons: compared(others.comparisons) },
          totals: { values: totals.values, comparisons: compared(totals.comparisons) },
          row_count,
        };
        expect(differences(actual, twinBreakdown(twin, scope, full))).toEqual([]);
        for (const { values, shares } of rows) expect(differences(shares, sharesOf(values, totals.values, shares))).toEqual([]);
      }),
      runs(30),
    );
  }, patience); // prettier-ignore
});

function compared(comparisons: readonly RowComparison[] = []) {
  return comparisons.map(({ kind, values, growth }) => ({ kind, values, growth }));
}

/** Shares of the total, for the metrics that the answer gives shares of. */
function sharesOf(values: Values, totals: Values, given: Values): Values {
  return Object.fromEntries(
    Object.keys(given).map((metric) => {
      const [value, total] = [values[metric] ?? null, totals[metric] ?? null];
      return [metric, value === null || total === null || total === 0 ? null : value / total];
    }),
  );
}
