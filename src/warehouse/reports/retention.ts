import type { Cohort, RetentionQuery, RetentionReport } from '#contract/api.js';
import { formatDay } from '#time/day.js';
import { factsOf } from '../plan/facts.js';
import { periodsOf, type Period } from '../plan/periods.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { sql, wholes } from '../sql.js';
import { cohortPeriods, cohortStarts, defaultOffsets, type CohortGranularity } from './cohort-periods.js';

/**
 * How many of each cohort come back: the new (or active) users of a day, week or month whose start lies in the range.
 * Value N is how many of them visit in the N-th period after it; `null` where that has not ended. Filters choose the
 * cohort; a return is any visit in the scope. The average of an offset weighs cohorts by their size.
 */
export async function retention(asked: Asked<RetentionQuery>): Promise<RetentionReport> {
  const { query } = asked;
  const granularity: CohortGranularity = (query as Partial<RetentionQuery>).granularity ?? 'day';
  const offsets = query.offsets && query.offsets.length > 0 ? query.offsets : defaultOffsets[granularity];
  const question = await resolveRanged(asked);
  const { zone, range, asOf, profile } = question;
  const starts = cohortStarts(range, granularity, profile.week_start);
  const periods = cohortPeriods(zone, starts, granularity, Math.max(...offsets));
  const returns = await countReturns(question, query.cohort, periods, starts.length, offsets);
  const cohorts = starts.map((day, cohort): Cohort => ({
    start: formatDay(day),
    size: periods[cohort]!.start < asOf ? returns.size(cohort) : null,
    retained: offsets.map((offset) =>
      periods[cohort + offset]!.end <= asOf ? returns.retained(cohort, offset) : null,
    ),
  }));
  return {
    meta: { ...question.meta, granularity },
    cohort: query.cohort,
    offsets: [...offsets],
    cohorts,
    average: offsets.map((_, index) => weightedAverage(cohorts, index)),
  };
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

interface Returns {
  size(cohort: number): number;
  retained(cohort: number, offset: number): number;
}

async function countReturns(
  question: RangedQuestion,
  cohort: RetentionQuery['cohort'],
  allPeriods: readonly Period[],
  cohortCount: number,
  offsets: readonly number[],
): Promise<Returns> {
  const { host, reading, asOf } = question;
  const [cohortOnes, all] = [periodsOf(allPeriods.slice(0, cohortCount), asOf), periodsOf(allPeriods, asOf)];
  const counts = new Map<string, number>();
  if (cohortOnes.count > 0) {
    const within = { span: 'within', grouping: null } as const;
    const kind = cohort === 'new_users' ? 'newcomers' : 'visits';
    const members = await factsOf(question, kind, { ...within, periods: cohortOnes });
    const visits = await factsOf({ ...question, filters: [] }, 'visits', { ...within, periods: all });
    const after = host.dialect.rowsOf({ after: sql`${wholes([...new Set([0, ...offsets])])}` });
    const rows = await reading.rows(sql`
      with member as (select distinct person, i from ${members} m where i is not null),
        visit as (select distinct person, i from ${visits} v where i is not null)
      select m.i as cohort, o.after, count(*) as count
      from member m cross join ${after} o
        left join visit v on v.person = m.person and v.i = m.i + o.after
      where o.after = 0 or v.i is not null group by m.i, o.after`);
    for (const row of rows) counts.set(`${String(row['cohort'])} ${String(row['after'])}`, row['count'] as number);
  }
  return {
    size: (at) => counts.get(`${at} 0`) ?? 0,
    retained: (at, offset) => counts.get(`${at} ${offset}`) ?? 0,
  };
}
