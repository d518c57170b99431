import type { EventQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { matcher, ownValue, valueOf, type Value } from './match.js';
import { bucketsOf, wholeOf } from './periods.js';
import { questionOf, type TwinSetting } from './question.js';
import { groups, type Happening } from './twin-log.js';

function measureOf({ measure, field }: EventQuery, events: readonly Happening[], world: TwinSetting): number | null {
  const users = new Set(events.map(({ user }) => user)).size;
  if (measure === 'total') return events.length;
  if (measure === 'users') return users;
  if (measure === 'per_user') return users === 0 ? null : events.length / users;
  const numbers = events
    .map((event) => ownValue(event, field!, world.sources))
    .filter((value) => typeof value === 'number');
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (measure === 'sum') return sum;
  if (numbers.length === 0) return null;
  if (measure === 'avg') return sum / numbers.length;
  return measure === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

/** Event analysis: a measure of one event, by time and by group. Groups are not cut; see the test. */
export function twinEvent(world: TwinSetting, scope: Scope, query: EventQuery) {
  const question = questionOf(world, scope, query);
  const { asOf, zone, range, profile, log } = question;
  const whole = wholeOf(range, zone);
  const match = matcher(question.filters, world.sources);
  const events = log.filter(
    (event) => event.raw.event === query.event && event.ts >= whole.start && event.ts < whole.end && match.event(event),
  );
  const buckets = bucketsOf(range, query.granularity ?? 'day', zone, asOf, profile.week_start);
  const of = (some: readonly Happening[]) => ({
    values: buckets.map(({ start, end, state }) =>
      state === 'future' ? null : measureOf(query, some.filter(({ ts }) => ts >= start && ts < end), world),
    ),
    value: whole.start >= asOf ? null : measureOf(query, some, world),
  }); // prettier-ignore
  const keyOf = (event: Happening): Value[] =>
    (query.group_by ?? []).map((field) => valueOf(event, field, world.sources));
  const byGroup = query.group_by?.length
    ? groups(events, (event) => JSON.stringify(keyOf(event)))
    : new Map([['[]', events]]);
  return {
    buckets: buckets.map(({ label, state }) => ({ start: label, state })),
    groups: [...byGroup].map(([key, members]) => ({ key: JSON.parse(key) as Value[], ...of(members) })),
    /** The same over the events of some groups together, as the row of the others wants it. */
    together: (keys: readonly Value[][]) => {
      const wanted = new Set(keys.map((key) => JSON.stringify(key)));
      return of(events.filter((event) => wanted.has(JSON.stringify(keyOf(event)))));
    },
  };
}
