import type { Cohort, DistributionQuery, RetentionQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { dayOf, startOfDay } from './local-time.js';
import { matcher } from './match.js';
import { newVisits } from './measures.js';
import { askedOf } from './metric-reports.js';
import { calendarPeriod, wholeOf, type Period } from './periods.js';
import { questionOf, type Question, type TwinSetting } from './question.js';
import { depthOf, groups, isVisit, startOf, stayOf } from './twin-log.js';

const bounds = {
  visit_duration: [[0, 2], [3, 5], [6, 10], [11, 20], [21, 30], [31, 50], [51, 100], [101, null]],
  visit_depth: [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 10], [11, null]],
  opens_per_user: [[1, 1], [2, 2], [3, 4], [5, 6], [7, 14], [15, 30], [31, null]],
} as const; // prettier-ignore

/** What is counted into the buckets of a distribution. */
function counted({ of }: DistributionQuery, question: Question, period: Period): number[] {
  const opens = askedOf(question).opens.filter((open) => startOf(open) >= period.start && startOf(open) < period.end);
  if (of === 'visit_duration') return opens.map((open) => Math.floor(stayOf(open) / 1000));
  if (of === 'visit_depth') return opens.map(depthOf);
  return [...groups(opens, ({ user }) => user).values()].map(({ length }) => length);
}

/** Distribution: how many opens or users fall into each bucket. */
export function twinDistribution(world: TwinSetting, scope: Scope, query: DistributionQuery) {
  const question = questionOf(world, scope, query);
  const whole = wholeOf(question.range, question.zone);
  if (whole.start >= question.asOf) return { counts: null, total: null };
  const values = counted(query, question, whole);
  const counts = bounds[query.of].map(([from, to]) => ({
    from,
    to,
    count: values.filter((value) => value >= from && (to === null || value <= to)).length,
  }));
  return {
    counts: counts.filter(({ from, count }) => from > 0 || query.of !== 'visit_depth' || count > 0),
    total: values.length,
  };
}

const usualOffsets = {
  day: [1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [1, 2, 3, 4, 5, 6, 7, 8],
  month: [1, 2, 3, 4, 5, 6],
} as const;

/** Retention: of each period's users, how many visit in the N-th period after it. */
export function twinRetention(world: TwinSetting, scope: Scope, query: RetentionQuery) {
  const question = questionOf(world, scope, query);
  const { zone, asOf, log, profile } = question;
  const length = query.granularity ?? 'day';
  const offsets: readonly number[] = query.offsets ?? usualOffsets[length];
  const whole = wholeOf(question.range, zone);
  const periodAt = (day: string) => {
    const { first, next } = calendarPeriod(day, length, profile.week_start);
    return { first, next, start: startOfDay(first, zone), end: startOfDay(next, zone) };
  };
  const after = (day: string, count: number) => {
    let period = periodAt(day);
    for (let step = 0; step < count; step++) period = periodAt(period.next);
    return period;
  };
  const match = matcher(question.filters, world.sources);
  const news = newVisits(question).filter((visit) => match.open(visit.open!));
  const visitors = (period: { start: number; end: number }) =>
    new Set(
      log
        .filter((event) => isVisit(event) && event.ts >= period.start && event.ts < period.end)
        .map(({ user }) => user),
    );
  const membersOf = (period: { start: number; end: number }) => {
    const events = query.cohort === 'new_users' ? news : log.filter((event) => isVisit(event) && match.event(event));
    return new Set(events.filter(({ ts }) => ts >= period.start && ts < period.end).map(({ user }) => user));
  };
  const cohorts: Pick<Cohort, 'start' | 'size' | 'retained'>[] = [];
  for (let period = periodAt(dayOf(whole.start, zone)); period.start < whole.end; period = periodAt(period.next)) {
    if (period.start < whole.start) continue;
    const members = membersOf(period);
    const retained = offsets.map((offset) => {
      const later = after(period.first, offset);
      if (later.end > asOf) return null;
      const back = visitors(later);
      return [...members].filter((user) => back.has(user)).length;
    });
    cohorts.push({ start: period.first, size: period.start >= asOf ? null : members.size, retained });
  }
  const average = offsets.map((_, index) => {
    const reached = cohorts.filter(({ retained }) => retained[index] !== null);
    const size = reached.reduce((sum, cohort) => sum + (cohort.size ?? 0), 0);
    return size === 0 ? null : reached.reduce((sum, { retained }) => sum + retained[index]!, 0) / size;
  });
  return { offsets: [...offsets], cohorts, average };
}
