import type { DaysQuery, ValuesQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { dayOf } from './local-time.js';
import { valueOf } from './match.js';
import { questionOf, type TwinSetting } from './question.js';
import { groups } from './twin-log.js';

/** Values of a field, as filters see them, with how many events have each. */
export function twinValues(world: TwinSetting, scope: Scope, query: ValuesQuery, timezone: string) {
  const question = questionOf(world, scope, { ...query, range: 'today', profile: 'standard', timezone });
  const values = question.log
    .map((event) => valueOf(event, query.field, world.sources))
    .filter(
      (value) =>
        value !== null &&
        String(value)
          .toLowerCase()
          .includes((query.search ?? '').toLowerCase()),
    );
  return [...groups(values, (value) => JSON.stringify(value))].map(([value, { length }]) => ({
    value: JSON.parse(value) as string | number | boolean,
    count: length,
  }));
}

/** The days that hold an event. */
export function twinDays(world: TwinSetting, scope: Scope, query: DaysQuery & { timezone: string; profile: string }) {
  const question = questionOf(world, scope, { ...query, range: 'today' });
  return [...new Set(question.log.map(({ ts }) => dayOf(ts, question.zone)))].sort();
}
