import type { DaysQuery, DaysReport } from '#contract/api.js';
import { formatDay } from '#time/day.js';
import { withDays } from '../plan/days.js';
import { noReads } from '../plan/match.js';
import { resolveQuestion, type Asked } from '../plan/question.js';
import { sql } from '../sql.js';

/** The days of the report's zone on which the scope has events, in order. */
export async function days(asked: Asked<DaysQuery>): Promise<DaysReport> {
  const question = await resolveQuestion(asked, false);
  const events = sql`(select l.ts ${question.log.events(noReads, sql`1 = 1`)})`;
  const rows = await question.reading.rows(
    sql`select distinct day from ${await withDays(question, events)} d order by day`,
  );
  return {
    timezone: question.zone.name,
    days: rows.map(({ day }) => formatDay(day as number)),
    data_as_of: question.meta.data_as_of,
  };
}
