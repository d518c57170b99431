import type { ChainPlan } from '../plan/chains.js';
import { instant, joined, name, sql, whole, type Sql } from '../sql.js';

const column = (prefix: string, step: number) => name(`${prefix}${step}`);
const each = <T>(count: number, from: number, make: (step: number) => T): T[] =>
  Array.from({ length: Math.max(0, count - from) }, (_, index) => make(from + index));

/**
 * Of all chains of steps 1…k that end at an event only the one that starts latest is looked at, because it leaves the most
 * of its window. Its start is the latest start of a chain of k − 1 steps that ended earlier: a running maximum, once a step.
 */
export function duckdbChains(plan: ChainPlan): Sql {
  const { steps, windowMs } = plan;
  const tables = [
    sql`step_event as ${plan.events}`,
    sql`began_0 as (select *, row_number() over (partition by person order by ts, seq) as n from step_event)`,
    sql`began_1 as (select *, case when s0 then n end as b0, case when s0 then ts end as bt0 from began_0)`,
    ...each(steps, 1, (step) => sql`${column('began_', step + 1)} as ${began(step, windowMs)}`),
    sql`began as (select *${joined(
      each(steps, 1, (step) => sql`, ${nextOf(step)} as ${column('next', step)}`),
      ' ',
    )} from ${column('began_', steps)})`,
    sql`ended as (${joined(each(steps, 0, endedAt), ' union all ')})`,
    sql`longest as (select * from ended qualify row_number() over (partition by person order by reached desc) = 1)`,
  ];
  return sql`(with ${joined(tables, ', ')} ${withTimes(plan)})`;
}

/** The latest start of a chain of steps that ends at an event: `b` is its place, `bt` its time. */
function began(step: number, windowMs: number | undefined): Sql {
  const [place, time] = [column('b', step - 1), column('bt', step - 1)];
  const inTime = windowMs === undefined ? sql`true` : sql`ts - max(${time}) over w <= ${instant(windowMs)}`;
  const serves = sql`${column('s', step)} and ${inTime}`;
  return sql`(
    select *, case when ${serves} then max(${place}) over w end as ${column('b', step)},
      case when ${serves} then max(${time}) over w end as ${column('bt', step)}
    from ${column('began_', step)}
    window w as (partition by person order by n rows between unbounded preceding and 1 preceding))`;
}

/** The place of the next event that serves a step. */
function nextOf(step: number): Sql {
  return sql`min(case when ${column('s', step)} then n end) over (
    partition by person order by n rows between 1 following and unbounded following)`;
}

function endedAt(step: number): Sql {
  const start = column('b', step);
  return sql`select person, ${whole(step + 1)} as reached, arg_min(${start}, n) as first
    from began where ${start} is not null group by person`;
}

function withTimes({ steps, keys }: ChainPlan): Sql {
  const at = (step: number) => column('e', step);
  const joins = each(
    steps,
    1,
    (step) => sql`left join began ${at(step)} on ${at(step)}.person = c.person
      and ${at(step)}.n = case when c.reached > ${whole(step)} then ${at(step - 1)}.${column('next', step)} end`,
  );
  const times = each(steps, 0, (step) => sql`${at(step)}.ts as ${column('t', step)}`);
  const lastOf = (field: Sql) =>
    sql`coalesce(${joined(
      each(steps, 0, (step) => sql`${at(steps - 1 - step)}.${field}`),
      ', ',
    )})`;
  const first = each(keys, 0, (key) => sql`, e0.${column('k', key)}`);
  return sql`
    select c.person, c.reached, ${joined(times, ', ')}, ${lastOf(sql`ts`)} as last_ts, ${lastOf(sql`seq`)} as last_seq
      ${joined(first, ' ')}
    from longest c join began e0 on e0.person = c.person and e0.n = c.first ${joined(joins, ' ')}`;
}
