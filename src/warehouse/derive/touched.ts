import type { Asker } from '../duckdb/connection.js';
import { instant, sql, type Sql } from '../sql.js';
import { roleRows, type DerivePlan } from './rows.js';

/** From so long before the first new event such a point is looked for, as times of the longest one that an open survives. */
const LOOK_BACK = 8;

/** Nothing happens before. */
const ALWAYS = sql`${instant(-Infinity)}`;

const ENDLESS = sql`${instant(Infinity)}`;

/** Events of a unit: a user of an app, in one environment. */
export const unitOf = (alias: Sql): Sql => sql`${alias}."user" * 2 + ${alias}.production::integer`;

/** The events that have come since the last time, by their numbers. */
export interface Added {
  readonly since: number;
  /** The number after the last. */
  readonly upto: number;
}

/**
 * Table `cut_unit`: the units with new events, and since when each has to be cut anew: since the last event before the new
 * ones that begins an open whatever came before it. That is one after a pause that no open survives, a launch, or a page view
 * after a `background`; not where it has the time of the event before, or may continue an open that has just ended. Where
 * none is found near, all of the unit is cut.
 *
 * @param places events with their opens as they were cut before.
 * @returns the earliest of these times.
 */
export async function findTouched(
  writer: Asker,
  { plan, places, added }: { plan: DerivePlan; places: Sql; added: Added },
): Promise<number> {
  const { timeoutMs, mergeUnderMs } = plan.rules;
  const longest = Math.max(timeoutMs, mergeUnderMs);
  await writer.run(newUnitsStatement(plan, added));
  const [first] = await writer.rows(sql`select min(ts) as ts from new_unit`);
  const from = instant(((first!['ts'] ?? 0) as number) - LOOK_BACK * longest);
  const begins = sql`role = 'launch' or role = 'page_view' and lag(role) over w = 'background'`;
  await writer.run(sql`
    create or replace temp table cut_unit as
    with near as (
      select p.unit, p.ts, p.seq, p.role from ${places} p join new_unit n on n.unit = p.unit
      where p.ts >= ${from} and p.ts <= n.ts
      union all select unit, ts, seq, role from new_unit
    ), apart as (
      select unit, ts, ts - lag(ts, 1, ${from}) over w > ${instant(longest)}
        or ts - lag(ts) over w >= ${instant(Math.max(mergeUnderMs, 1))} and (${begins}) as is_apart
      from near window w as (partition by unit order by ts, seq)
    )
    select unit, coalesce(max(ts) filter (is_apart), ${ALWAYS}) as since from apart group by unit`);
  return earliest(writer);
}

/** Table `new_unit`: the first new event of each unit that has any. */
function newUnitsStatement(plan: DerivePlan, { since, upto }: Added): Sql {
  return sql`
    create or replace temp table new_unit as
    select n.unit, n.ts, n.seq, coalesce(r.role, '') as role
    from (
      select ${unitOf(sql`e`)} as unit, min(ts) as ts, arg_min(seq, (ts, seq)) as seq, arg_min(event, (ts, seq)) as event
      from ${plan.events} e where seq >= ${instant(since)} and seq < ${instant(upto)} group by unit) n
    left join ${roleRows(plan)} r on r.event = n.event`;
}

async function earliest(writer: Asker): Promise<number> {
  const [row] = await writer.rows(sql`select min(since) as since from cut_unit`);
  return (row!['since'] ?? -Infinity) as number;
}

/** The events `e` that have to be cut anew. */
export function isTouched(from: number): Sql {
  return sql`e.ts >= ${instant(from)} and exists (
    from cut_unit c where c.unit = ${unitOf(sql`e`)} and e.ts >= c.since)`;
}

/**
 * A page leave says how long the page view before it took, also before the pause. Units whose `cut_row` begins with one, or
 * did so before the new events, are cut as a whole.
 *
 * @param since the number of the first new event.
 * @returns the earliest time from which events have to be cut, where that has changed.
 */
export async function widenForLeaves(writer: Asker, since: number): Promise<number | null> {
  const first = (role: Sql, more: Sql) => sql`min(n) filter (role = ${role}${more})`;
  const begins = (more: Sql) =>
    sql`${first(sql`'page_leave'`, more)} < coalesce(${first(sql`'page_view'`, more)}, ${ENDLESS})`;
  const old = sql` and seq < ${instant(since)}`;
  const leaves = sql`
    select unit from cut_row group by unit having coalesce(${begins(sql``)}, false) or coalesce(${begins(old)}, false)`;
  const [row] = await writer.rows(sql`
    select count(*) as count from cut_unit where since > ${ALWAYS} and unit in (${leaves})`);
  if (row!['count'] === 0) return null;
  await writer.run(sql`update cut_unit set since = ${ALWAYS} where unit in (${leaves})`);
  return earliest(writer);
}

/** Forgets what was cut of the touched events. */
export async function forgetTouched(writer: Asker, table: Sql, from: number): Promise<void> {
  await writer.run(sql`
    delete from ${table} using cut_unit c
    where ${table}.ts >= ${instant(from)} and ${table}.unit = c.unit and ${table}.ts >= c.since`);
}
