import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventMeasure, EventQuery, Filter, FunnelQuery } from '#contract/api.js';
import { arbitraryLog, places } from './arbitrary-log.js';
import { dimensions, filter, question } from './arbitrary-question.js';
import { twinEvent } from './event-report.js';
import { twinFunnel, twinFunnelNext } from './funnel-report.js';
import { both, differences, patience, runs } from './same-answer.js';

const groupBy = fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 2 });

describe('a funnel of the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    const step = fc.record({
      event: fc.constantFrom('launch', 'page_view', 'page_view', 'page_leave', 'share', 'buy', 'never'),
      filters: fc.oneof({ weight: 3, arbitrary: fc.constant<Filter[]>([]) }, fc.array(filter, { maxLength: 1 })),
    });
    const more = fc.record({
      steps: fc.array(step, { minLength: 2, maxLength: 4 }),
      window: fc.constantFrom(undefined, 1, 30, 1800, 86_400),
      group_by: groupBy,
    });
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place), more, async (log, { scope, query, now }, asked) => {
        const { engine, twin } = await both(log, place, now);
        const { window, ...rest } = asked;
        const full: FunnelQuery = { ...query, ...rest, ...(window !== undefined && { window_seconds: window }) };
        const { steps, groups } = await engine.funnel(scope, full);
        const expected = twinFunnel(twin, scope, full);
        const isPast = steps.every(({ users }) => users === null);
        if (isPast) return;
        const byKey = (list: readonly { key: unknown }[]) => Object.fromEntries(list.map((one) => [JSON.stringify(one.key), one]));
        expect(differences({ steps, groups: byKey(groups) }, { steps: expected.steps, groups: byKey(expected.groups) })).toEqual([]);
        const { group_by: _, ...chains } = full;
        for (const step of full.steps.keys()) {
          const asked = { ...chains, step: step + 1 };
          const { users, ended, events } = await engine.funnel_next(scope, asked);
          const left = twinFunnelNext(twin, scope, asked);
          const byEvent = (list: readonly { event: string }[]) => Object.fromEntries(list.map((one) => [one.event, one]));
          expect(differences({ users, ended, events: byEvent(events) }, { ...left, events: byEvent(left.events) })).toEqual([]);
        }
      }),
      runs(40),
    );
  }, patience); // prettier-ignore
});

describe('event analysis of the engine is what the twin counts', () => {
  it.each(places)('around $day in $zone', async (place) => {
    const more = fc.record({
      event: fc.constantFrom('page_view', 'buy', 'search', 'pay', 'never'),
      measure: fc.constantFrom<EventMeasure>('total', 'users', 'per_user', 'sum', 'avg', 'min', 'max'),
      field: fc.constantFrom('duration_ms', 'amount', 'properties.seats', 'properties.mixed', 'device_width'),
      group_by: groupBy,
      granularity: fc.constantFrom('hour' as const, 'day' as const, 'all' as const),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place, 3), more, async (log, { scope, query, now }, asked) => {
        const { engine, twin } = await both(log, place, now);
        const { field, ...rest } = asked;
        const needsField = ['sum', 'avg', 'min', 'max'].includes(rest.measure);
        const full: EventQuery = { ...query, ...rest, order: '-value', ...(needsField && { field }) };
        const answer = await engine.event(scope, full);
        const expected = twinEvent(twin, scope, full);
        expect(differences(answer.buckets.map(({ start, state }) => ({ start, state })), expected.buckets)).toEqual([]);
        for (const [index, { key, values }] of answer.series.entries()) {
          const same = expected.groups.find((group) => JSON.stringify(group.key) === JSON.stringify(key))!;
          expect(differences({ values, value: answer.totals[index]!.value }, { values: same.values, value: same.value })).toEqual([]);
          expect(answer.totals[index]!.key).toEqual(key);
        }
        const shown = new Set(answer.series.map(({ key }) => JSON.stringify(key)));
        const rest_ = expected.groups.filter(({ key }) => !shown.has(JSON.stringify(key)));
        expect(answer.series.length + (answer.others?.row_count ?? 0)).toBe(expected.groups.length);
        if (answer.others) {
          const { values, value } = answer.others;
          expect(differences({ values, value }, expected.together(rest_.map(({ key }) => key)))).toEqual([]);
        }
        const shownValues = answer.totals.map(({ value }) => value ?? -Infinity);
        const restValues = rest_.map(({ value }) => value ?? -Infinity);
        if (restValues.length > 0) expect(Math.min(...shownValues)).toBeGreaterThanOrEqual(Math.max(...restValues));
      }),
      runs(30),
    );
  }, patience); // prettier-ignore
});
