import type { Dialect } from '../dialects/dialect.js';
import { intervalAt, periodAt, type Periods } from '../plan/periods.js';
import { instants, sql, wholes, type Sql } from '../sql.js';

/** A metric that looks back: a question over facts of all time up to the last period's end, as `k, a, i, value`. */
export interface EverMetric {
  readonly statement: (dialect: Dialect, facts: Sql, periods: Periods) => Sql;
  /** Whether a period's value has that of the periods before added to it. */
  readonly isRunning?: boolean;
}

const edgeAt = (dialect: Dialect, { edges }: Periods, index: Sql) => dialect.entryAt(sql`${instants(edges)}`, index);

/** The first fact of each person in each group. */
const firsts = (facts: Sql) => sql`(select k, a, person, min(ts) as first from ${facts} f group by k, a, person)`;

const same = (a: Sql, b: Sql) =>
  sql`${a}.k is not distinct from ${b}.k and ${a}.a = ${b}.a and ${a}.person = ${b}.person`;

/** What came before the first period is in it too. */
const counted = (dialect: Dialect, periods: Periods, at: Sql) => sql`coalesce(${periodAt(dialect, periods, at)}, 0)`;

/** Who is active in a period, and whether they were in the whole one before it. */
function returning(dialect: Dialect, facts: Sql, periods: Periods, condition: Sql): Sql {
  const before = intervalAt(dialect, periods.befores, sql`f.ts`);
  return sql`
    with facts as (select *, ${before} as b from ${facts} f),
      active as (select distinct k, a, person, i from facts where i is not null),
      earlier as (select distinct k, a, person, b from facts where b is not null)
    select c.k, c.a, c.i, count(*) as value
    from active c join ${firsts(sql`facts`)} d on ${same(sql`c`, sql`d`)}
      left join earlier e on ${same(sql`c`, sql`e`)} and e.b = c.i
    where ${condition} group by c.k, c.a, c.i`;
}

/** Each `add` and `remove` with the time of the one that follows it, by the same user in the same group. */
const words = (facts: Sql) =>
  sql`(select *, lead(ts) over (partition by k, a, unit order by ts, seq) as until from ${facts} f)`;

/** How each metric that looks back is counted. */
export const everMetrics: Readonly<Record<string, EverMetric>> = {
  cumulative_users: {
    isRunning: true,
    statement: (dialect, facts, periods) => sql`
      select k, a, i, count(*) as value
      from (select k, a, ${counted(dialect, periods, sql`first`)} as i from ${firsts(facts)} d) group by k, a, i`,
  },
  retained_users: {
    statement: (dialect, facts, periods) => returning(dialect, facts, periods, sql`e.b is not null`),
  },
  backflow_users: {
    statement: (dialect, facts, periods) =>
      returning(dialect, facts, periods, sql`e.b is null and d.first < ${edgeAt(dialect, periods, sql`c.i`)}`),
  },
  removes: {
    statement: (dialect, facts, periods) => sql`
      select k, a, i, count(distinct person) as value from ${words(facts)} w
      where role = 'remove' and i is not null and (until is null or until >= ${edgeAt(dialect, periods, sql`i + 1`)})
      group by k, a, i`,
  },
  total_adds: {
    statement: (dialect, facts, { edges, count }) => sql`
      select w.k, w.a, p.number as i, count(distinct w.person) as value
      from ${words(facts)} w join ${dialect.rowsOf({
        number: sql`${wholes(Array.from({ length: count }, (_, index) => index))}`,
        period_end: sql`${instants(edges.slice(1))}`,
      })} p on w.ts < p.period_end and (w.until is null or w.until >= p.period_end)
      where w.role = 'add' group by w.k, w.a, p.number`,
  },
  cumulative_payment_amount: {
    isRunning: true,
    statement: (_dialect, facts) => sql`
      select k, a, coalesce(i, 0) as i, coalesce(sum(amount), 0) as value from ${facts} f group by k, a, coalesce(i, 0)`,
  },
  first_time_payers: {
    statement: (dialect, facts, periods) => sql`
      select k, a, i, count(*) as value
      from (select k, a, ${periodAt(dialect, periods, sql`first`)} as i from ${firsts(facts)} d)
      where i is not null group by k, a, i`,
  },
  repeat_payers: {
    statement: (dialect, facts, periods) => sql`
      select c.k, c.a, c.i, count(*) as value
      from (select k, a, person, i, count(*) as times from ${facts} f where i is not null group by k, a, person, i) c
        join ${firsts(facts)} d on ${same(sql`c`, sql`d`)}
      where c.times > 1 or d.first < ${edgeAt(dialect, periods, sql`c.i`)} group by c.k, c.a, c.i`,
  },
};
