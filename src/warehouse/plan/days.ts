import type { Interval } from '#time/range.js';
import type { Zone } from '#time/zone.js';
import { instants, sql, wholes, type Sql } from '../sql.js';
import { intervalAt } from './periods.js';
import type { Question } from './question.js';

const DAY_MS = 86_400_000;

/** Over longer times than these (some forty years) a wrong clock has put an event: then days are looked up one by one. */
const MOST_DAYS = 15_000;

/** The days of the report's zone around some instants: their numbers, and when each begins and ends. */
export interface LocalDay extends Interval {
  readonly number: number;
}

/** The local days that hold any instant of some days of UTC, in order. */
export function localDays(zone: Zone, utcDays: readonly number[]): LocalDay[] {
  const ofStart = new Map<number, number>();
  for (const day of utcDays) {
    const [first, last] = [zone.dayNumberOf(day * DAY_MS), zone.dayNumberOf((day + 1) * DAY_MS - 1)];
    // A date that a zone skipped begins where the next one does, which is then the one that is meant.
    for (let number = first; number <= last; number++) ofStart.set(zone.startOfDay(number), number);
  }
  return [...ofStart]
    .sort(([a], [b]) => a - b)
    .map(([start, number]) => ({ start, end: zone.endOfDay(number), number }));
}

/** Events with the number of their local day as `day`; `events` is a table in brackets with a column `ts`. */
export async function withDays({ host, reading, zone }: Question, events: Sql): Promise<Sql> {
  const { dialect } = host;
  const utc = await reading.rows(
    sql`select distinct ${dialect.wholeQuotient(sql`ts`, sql`${DAY}`)} as day from ${events} t order by day`,
  );
  const days = localDays(
    zone,
    utc.map(({ day }) => day as number),
  );
  const numbers = days.map(({ number }) => number);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || last.number - first.number > MOST_DAYS) {
    const starts = sql`${instants(days.map(({ start }) => start))}`;
    return sql`(select t.*, ${dialect.entryOfLast(sql`${wholes(numbers)}`, starts, sql`t.ts`)} as day from ${events} t)`;
  }
  const place = intervalAt(dialect, days, sql`t.ts`);
  return sql`(select t.*, ${dialect.entryAt(sql`${wholes(numbers)}`, place)} as day from ${events} t)`;
}

const DAY = sql`86400000`;
