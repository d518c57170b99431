import { sql, whole, type Sql } from '../sql.js';
import { withDays } from './days.js';
import { noReads } from './match.js';
import type { Question } from './question.js';
import type { ScopeLog } from './scope-log.js';

/** Which opens are facts: a table of them, joined with others where need be, and what their time is. */
export interface OpenPlan {
  readonly from: ScopeLog['opens'];
  readonly joins: readonly Sql[];
  readonly at: Sql;
}

/**
 * The opens that begin with, or hold, a visit that makes someone new: the first in the scope; under reactivation also each
 * with so many whole days between it and the visit before.
 */
export async function newcomerOpens(question: Question): Promise<OpenPlan> {
  const { log, profile } = question;
  if (profile.new_user.rule !== 'first_ever')
    return { from: log.opens, ...newIn(await returnsOf(question, profile.new_user.days)) };
  // In one app a person is a user.
  if (log.firsts && !log.isAcrossApps) return { from: log.firsts, joins: [], at: sql`o.ts` };
  const from = log.firsts ?? log.opens;
  return { from, ...newIn(firstsOf(question, from)) };
}

/** Opens that are joined with a table of the visits that make someone new: `new_open, new_ts`. */
function newIn(newcomers: Sql): Pick<OpenPlan, 'joins' | 'at'> {
  return { joins: [sql`join ${newcomers} n on n.new_open = o.open`], at: sql`new_ts` };
}

/** The first visit of each person, which begins an open. */
function firstsOf({ log, host: { dialect } }: Question, from: OpenPlan['from']): Sql {
  return sql`(
    select new_open, new_ts from (
      select ${log.personOfOpen} as person, ${dialect.ofFirst(sql`o.open`, [sql`o.ts`, sql`o.open`])} as new_open, min(o.ts) as new_ts
      ${from([], sql`1 = 1`)} group by person))`;
}

/** The visits with more than some number of days since the one before, and the first. */
async function returnsOf(question: Question, days: number): Promise<Sql> {
  const { log, host } = question;
  const visits = sql`(
    select l.open, l.ts, l.seq, ${log.personOfEvent} as person
    ${log.events(noReads, sql`l.role in ('launch', 'page_view')`)})`;
  const followed = host.dialect.withNeighbour(await withDays(question, visits), {
    ...{ by: ['person'], order: ['ts', 'seq'], keep: ['open', 'day'] },
    ...{ side: 'before', of: 'day', as: 'day_before' },
  });
  return sql`(
    select open as new_open, ts as new_ts from ${followed} v
    where day_before is null or day - day_before > ${whole(days)})`;
}
