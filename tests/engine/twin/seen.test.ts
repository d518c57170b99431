import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryLog, places } from './arbitrary-log.js';
import { dimensions, question } from './arbitrary-question.js';
import { both, patience, runs } from './same-answer.js';
import { twinDays, twinValues } from './seen-reports.js';

describe('values and days of the engine are what the twin sees', () => {
  it.each(places)('around $day in $zone', async (place) => {
    // What a source is called in a language is none of the twin's words, so it is not searched for.
    const field = fc.constantFrom(...dimensions.filter((name) => name !== 'source'));
    const search = fc.constantFrom(undefined, undefined, 'A', '1');
    await fc.assert(
      fc.asyncProperty(arbitraryLog(place), question(place), field, search, async (log, { scope, query, now }, name, part) => {
        const { engine, twin } = await both(log, place, now);
        const of = { ...(query.environment && { environment: query.environment }), ...(query.app_type && { app_type: query.app_type }) };
        const asked = { ...of, field: name, ...(part !== undefined && { search: part }) };
        const { values } = await engine.values(scope, asked);
        const sorted = (list: readonly { value: unknown; count: number }[]) =>
          list.map(({ value, count }) => `${JSON.stringify(value)} ${count}`).sort();
        expect(sorted(values)).toEqual(sorted(twinValues(twin, scope, asked, place.zone)));
        expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a, b) => b - a));
        const days = { ...of, timezone: place.zone, profile: query.profile };
        expect((await engine.days(scope, days)).days).toEqual(twinDays(twin, scope, days));
      }),
      runs(25),
    );
  }, patience); // prettier-ignore
});
