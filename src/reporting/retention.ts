import type { Cohort, RetentionQuery, RetentionReport } from '#contract/api.js';
import { addMonths, formatDay, startOfMonth, startOfWeek, type Weekday } from '#time/day.js';
import type { TimeRange } from '#time/range.js';
import type { Zone } from '#time/zone.js';
import type { Period } from './period.js';
import type { RangedSubject } from './question.js';

type CohortGranularity = NonNullable<RetentionQuery['granularity']>;

/** The cohorts of a question, and the periods in which they are looked for. */
export interface CohortPlan {
  readonly cohort: RetentionQuery['cohort'];
  readonly granularity: CohortGranularity;
  readonly offsets: readonly number[];
  /** The first day of each cohort. */
  readonly starts: readonly number[];
  /** The whole calendar periods of the cohorts, and as many after the last one as the furthest offset needs. */
  readonly periods: readonly Period[];
}

/** Cuts the cohorts that a question asks for. */
export function cohortPlan({ zone, range, profile }: RangedSubject, query: RetentionQuery): CohortPlan {
  const { granularity = 'day' } = query as Partial<RetentionQuery>;
  const offsets = query.offsets && query.offsets.length > 0 ? query.offsets : defaultOffsets[granularity];
  const starts = cohortStarts(range, granularity, profile.week_start);
  const days = [...starts, ...following(starts.at(-1), granularity, Math.max(...offsets) + 1)];
  return { cohort: query.cohort, granularity, offsets, starts, periods: periodsBetween(zone, days) };
}

const defaultOffsets: Readonly<Record<CohortGranularity, readonly number[]>> = {
  day: [1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [1, 2, 3, 4, 5, 6, 7, 8],
  month: [1, 2, 3, 4, 5, 6],
};

/** The first days of the calendar periods that begin in a range. */
function cohortStarts({ firstDay, lastDay }: TimeRange, granularity: CohortGranularity, weekStart: Weekday): number[] {
  let day = firstDay;
  if (granularity === 'week' && startOfWeek(day, weekStart) < day) day = startOfWeek(day, weekStart) + 7;
  if (granularity === 'month' && startOfMonth(day) < day) day = addMonths(startOfMonth(day), 1);
  const starts: number[] = [];
  for (; day <= lastDay; day = next(day, granularity)) starts.push(day);
  return starts;
}

function following(last: number | undefined, granularity: CohortGranularity, count: number): number[] {
  const days: number[] = [];
  for (let day = last; day !== undefined && days.length < count; days.push(day)) day = next(day, granularity);
  return days;
}

function next(day: number, granularity: CohortGranularity): number {
  if (granularity === 'month') return addMonths(day, 1);
  return granularity === 'week' ? day + 7 : day + 1;
}

function periodsBetween(zone: Zone, days: readonly number[]): Period[] {
  const edges = days.map((day) => zone.startOfDay(day));
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end, before: { start: edges[index]!, end } }));
}

/** What a back end counts of cohorts. */
export interface Returns {
  /** How many are in a cohort. */
  readonly size: (cohort: number) => number;
  /** How many of a cohort visit in the period of an offset, by its place among the offsets. */
  readonly retained: (cohort: number, offset: number) => number;
}

/** The answer: what has not begun has no size, what has not ended no return, and neither enters an average. */
export function retentionReport({ asOf, meta }: RangedSubject, plan: CohortPlan, returns: Returns): RetentionReport {
  const { cohort: kind, granularity, offsets, starts, periods } = plan;
  const cohorts = starts.map((day, cohort): Cohort => {
    const hasEnded = (offset: number) => periods[cohort + offset]!.end <= asOf;
    return {
      start: formatDay(day),
      size: periods[cohort]!.start < asOf ? returns.size(cohort) : null,
      retained: offsets.map((offset, index) => (hasEnded(offset) ? returns.retained(cohort, index) : null)),
    };
  });
  const average = offsets.map((_, index) => weightedAverage(cohorts, index));
  return { meta: { ...meta, granularity }, cohort: kind, offsets: [...offsets], cohorts, average };
}

function weightedAverage(cohorts: readonly Cohort[], index: number): number | null {
  let [returned, size] = [0, 0];
  for (const cohort of cohorts) {
    const value = cohort.retained[index];
    if (value === null || value === undefined) continue;
    returned += value;
    size += cohort.size ?? 0;
  }
  return size === 0 ? null : returned / size;
}
