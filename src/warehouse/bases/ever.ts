import type { Dialect } from '../dialects/dialect.js';
import { intervalAt, periodAt, type Periods } from '../plan/periods.js';
import { instants, sql, whole, wholes, type Sql } from '../sql.js';

/** A metric that looks back: a question over facts of all time up to the last period's end, as `k, a, i, value`. */
export interface EverMetric {
  readonly statement: (dialect: Dialect, facts: Sql, periods: Periods) => Sql;
  /** Whether a period's value has that of the periods before added to it. */
  readonly isRunning?: boolean;
}

/** The first fact of each person in each group. */
const firsts = (facts: Sql) => sql`(select k, a, person, min(ts) as since from ${facts} f group by k, a, person)`;

/** What came before the first period is in it too. */
const counted = (dialect: Dialect, periods: Periods, at: Sql) => sql`coalesce(${periodAt(dialect, periods, at)}, 0)`;

/** Who is active in each period, and of these who was in the whole one before it: as `is_active`, `was_active`. */
function activity(dialect: Dialect, facts: Sql, periods: Periods): Sql {
  const before = intervalAt(dialect, periods.befores, sql`f.ts`);
  return sql`(
    select k, a, person, n, max(is_now) as is_active, max(is_before) as was_active
    from (
      select k, a, person, i as n, 1 as is_now, 0 as is_before from ${facts} f where i is not null
      union all
      select k, a, person, b as n, 0 as is_now, 1 as is_before from (select k, a, person, ${before} as b from ${facts} f) g
      where b is not null) h
    group by k, a, person, n)`;
}

/** The facts of each person in each period, and how many; those of before the first period are in -1. */
const byPeriod = (facts: Sql) => sql`(
  select k, a, person, coalesce(i, -1) as n, count(*) as times, min(ts) as since from ${facts} f
  group by k, a, person, coalesce(i, -1))`;

/** Each `add` and `remove` with the time of the one that follows it, by the same user in the same group. */
const words = (dialect: Dialect, facts: Sql) =>
  dialect.withNeighbour(facts, {
    ...{ by: ['k', 'a', 'unit', 'person'], order: ['ts', 'seq'], keep: ['role'] },
    ...{ side: 'after', of: 'ts', as: 'next_ts' },
  });

/** How each metric that looks back is counted. */
export const everMetrics: Readonly<Record<string, EverMetric>> = {
  cumulative_users: {
    isRunning: true,
    statement: (dialect, facts, periods) => sql`
      select k, a, i, count(*) as value
      from (select k, a, ${counted(dialect, periods, sql`since`)} as i from ${firsts(facts)} d) e group by k, a, i`,
  },
  retained_users: {
    statement: (dialect, facts, periods) => sql`
      select k, a, n as i, count(*) as value from ${activity(dialect, facts, periods)} d
      where is_active = 1 and was_active = 1 group by k, a, n`,
  },
  // Who is active was active before, or is for the first time, or comes back.
  backflow_users: {
    statement: (dialect, facts, periods) => sql`
      select k, a, i, sum(value) as value from (
        select k, a, n as i, sum(${whole(1)}) as value from ${activity(dialect, facts, periods)} d
        where is_active = 1 and was_active = 0 group by k, a, n
        union all
        select k, a, i, sum(${whole(-1)}) as value
        from (select k, a, ${periodAt(dialect, periods, sql`since`)} as i from ${firsts(facts)} d) e
        where i is not null group by k, a, i) t
      group by k, a, i`,
  },
  // The last word of a user in the period decides.
  removes: {
    statement: (dialect, facts) => sql`
      select k, a, i, count(distinct person) as value from (
        select k, a, i, person, ${dialect.ofLast(sql`role`, [sql`ts`, sql`seq`])} as word
        from ${facts} f where i is not null group by k, a, i, unit, person) w
      where word = 'remove' group by k, a, i`,
  },
  total_adds: {
    statement: (dialect, facts, { edges, count }) => sql`
      select k, a, period as i, count(distinct person) as value
      from (select k, a, person, ts, next_ts from ${words(dialect, facts)} v where role = 'add') w cross join ${dialect.rowsOf(
        {
          period: sql`${wholes(Array.from({ length: count }, (_, index) => index))}`,
          period_end: sql`${instants(edges.slice(1))}`,
        },
      )} p
      where ts < period_end and (next_ts is null or next_ts >= period_end) group by k, a, period`,
  },
  cumulative_payment_amount: {
    isRunning: true,
    statement: (_dialect, facts) => sql`
      select k, a, n as i, coalesce(sum(amount), 0) as value
      from (select k, a, coalesce(i, 0) as n, amount from ${facts} f) g group by k, a, n`,
  },
  first_time_payers: {
    statement: (dialect, facts, periods) => sql`
      select k, a, i, count(*) as value
      from (select k, a, ${periodAt(dialect, periods, sql`since`)} as i from ${firsts(facts)} d) e
      where i is not null group by k, a, i`,
  },
  // All who pay in the period, but for those whose first payment is in it and is their only one there.
  repeat_payers: {
    statement: (dialect, facts) => sql`
      select k, a, n as i, sum(value) as value from (
        select k, a, n, sum(${whole(1)}) as value from ${byPeriod(facts)} d where n >= 0 group by k, a, n
        union all
        select k, a, n, sum(${whole(-1)}) as value from (
          select k, a, person, ${dialect.ofFirst(sql`n`, [sql`since`])} as n, ${dialect.ofFirst(sql`times`, [sql`since`])} as first_times
          from ${byPeriod(facts)} d group by k, a, person) e
        where n >= 0 and first_times = 1 group by k, a, n) t
      group by k, a, n`,
  },
};
