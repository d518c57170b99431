import type { RetentionQuery } from '#contract/api.js';
import { addMonths, startOfMonth, startOfWeek, type Weekday } from '#time/day.js';
import type { TimeRange } from '#time/range.js';
import type { Zone } from '#time/zone.js';
import type { Period } from '../plan/periods.js';

/** How cohorts are cut. */
export type CohortGranularity = NonNullable<RetentionQuery['granularity']>;

/** The periods after a cohort that are looked at where a question does not say. */
export const defaultOffsets: Readonly<Record<CohortGranularity, readonly number[]>> = {
  day: [1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [1, 2, 3, 4, 5, 6, 7, 8],
  month: [1, 2, 3, 4, 5, 6],
};

/** The first days of the calendar periods that begin in a range. */
export function cohortStarts(
  { firstDay, lastDay }: TimeRange,
  granularity: CohortGranularity,
  weekStart: Weekday,
): number[] {
  let day = firstDay;
  if (granularity === 'week' && startOfWeek(day, weekStart) < day) day = startOfWeek(day, weekStart) + 7;
  if (granularity === 'month' && startOfMonth(day) < day) day = addMonths(startOfMonth(day), 1);
  const starts: number[] = [];
  for (; day <= lastDay; day = next(day, granularity)) starts.push(day);
  return starts;
}

/** Those periods, and as many after the last one. */
export function cohortPeriods(
  zone: Zone,
  starts: readonly number[],
  granularity: CohortGranularity,
  after: number,
): Period[] {
  const days = [...starts];
  for (let more = 0; days.length > 0 && more <= after; more++) days.push(next(days.at(-1)!, granularity));
  const edges = days.map((day) => zone.startOfDay(day));
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end, before: { start: edges[index]!, end } }));
}

function next(day: number, granularity: CohortGranularity): number {
  if (granularity === 'month') return addMonths(day, 1);
  return granularity === 'week' ? day + 7 : day + 1;
}
