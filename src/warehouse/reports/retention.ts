import type { RetentionQuery, RetentionReport } from '#contract/api.js';
import { cohortPlan, retentionReport, type CohortPlan, type Returns } from '#reporting/retention.js';
import { factsOf } from '../plan/facts.js';
import { periodsOf } from '../plan/periods.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { sql, wholes } from '../sql.js';

/**
 * How many of each cohort come back: the new (or active) users of a day, week or month whose start lies in the range.
 * Value N is how many of them visit in the N-th period after it; `null` where that has not ended. Filters choose the
 * cohort; a return is any visit in the scope. The average of an offset weighs cohorts by their size.
 */
export async function retention(asked: Asked<RetentionQuery>): Promise<RetentionReport> {
  const question = await resolveRanged(asked);
  const plan = cohortPlan(question, asked.query);
  return retentionReport(question, plan, await countReturns(question, plan));
}

async function countReturns(
  question: RangedQuestion,
  { cohort, periods, starts, offsets }: CohortPlan,
): Promise<Returns> {
  const { host, reading, asOf } = question;
  const [cohortOnes, all] = [periodsOf(periods.slice(0, starts.length), asOf), periodsOf(periods, asOf)];
  const counts = new Map<string, number>();
  if (cohortOnes.count > 0) {
    const within = { span: 'within', grouping: null } as const;
    const kind = cohort === 'new_users' ? 'newcomers' : 'visits';
    const members = await factsOf(question, kind, { ...within, periods: cohortOnes });
    const visits = await factsOf({ ...question, filters: [] }, 'visits', { ...within, periods: all });
    const member = sql`(select distinct person, i as cohort from ${members} m where i is not null)`;
    const visit = sql`(select distinct person, i as period from ${visits} v where i is not null)`;
    for (const { cohort: at, size } of await reading.rows(
      sql`select cohort, count(*) as size from ${member} m group by cohort`,
    )) {
      counts.set(`${String(at)} 0`, size as number);
    }
    const rows = await reading.rows(sql`
      select cohort, after, count(*) as returned
      from (select cohort, period - cohort as after from ${visit} v join ${member} m using (person)) r
      where ${host.dialect.isIn(sql`after`, sql`${wholes(offsets)}`)} group by cohort, after`);
    for (const { cohort: at, after, returned } of rows)
      counts.set(`${String(at)} ${String(after)}`, returned as number);
  }
  return {
    size: (at) => counts.get(`${at} 0`) ?? 0,
    retained: (at, offset) => counts.get(`${at} ${offsets[offset]}`) ?? 0,
  };
}
