import type { FunnelQuery } from '#contract/api.js';
import { instant, joined, name, sql, text, whole, type Sql } from '../sql.js';
import { bothReads, matchEvents, type Reads } from './match.js';
import type { RangedQuestion } from './question.js';
import type { RowKeys } from './row-keys.js';

/** What makes a chain: its steps, its window, and what filters every step. */
export type ChainQuery = Pick<FunnelQuery, 'steps' | 'window_seconds' | 'filters'>;

const column = (prefix: string, step: number) => name(`${prefix}${step}`);
const each = <T>(count: number, from: number, make: (step: number) => T): T[] =>
  Array.from({ length: Math.max(0, count - from) }, (_, index) => make(from + index));

/**
 * The chain of each person who reached the first step, as tables of a `with`: `chain` has `person`, how many steps it has
 * (`reached`), the times of them (`t0`, `t1`, …; those in between as early as they come), the place of its last one
 * (`last_seq`, `last_ts`) and the keys of its first event.
 *
 * Of all chains of steps 1…k that end at an event only the one that starts latest is looked at, because it leaves the most
 * of its window. Its start is the latest start of a chain of k − 1 steps that ended earlier: a running maximum, once a step.
 * Of a person's longest chains the first to be complete counts.
 */
export function chainTables(question: RangedQuestion, query: ChainQuery, keys: RowKeys): Sql {
  const steps = query.steps.length;
  const tables = [
    sql`step_event as ${stepEvents(question, query, keys)}`,
    sql`began_0 as (select *, row_number() over (partition by person order by ts, seq) as n from step_event)`,
    sql`began_1 as (select *, case when s0 then n end as b0, case when s0 then ts end as bt0 from began_0)`,
    ...each(steps, 1, (step) => sql`${column('began_', step + 1)} as ${began(step, query.window_seconds)}`),
    sql`began as (select *${joined(
      each(steps, 1, (step) => sql`, ${nextOf(step)} as ${column('next', step)}`),
      ' ',
    )} from ${column('began_', steps)})`,
    sql`ended as (${joined(each(steps, 0, endedAt), ' union all ')})`,
    sql`longest as (select * from ended qualify row_number() over (partition by person order by reached desc) = 1)`,
    sql`chain as ${withTimes(steps, keys)}`,
  ];
  return sql`with ${joined(tables, ', ')}`;
}

/** The events that can serve a step: `s0`, `s1` … say which. */
function stepEvents(question: RangedQuestion, { steps, filters = [] }: ChainQuery, keys: RowKeys): Sql {
  const { log, range, asOf } = question;
  const matches = steps.map((step) => matchEvents(question, [...filters, ...(step.filters ?? [])]));
  const serves = steps.map(({ event }, step) => {
    const named = text(event);
    return sql`((l.event = ${named} or l.role = ${named}) and ${matches[step]!.where})`;
  });
  const reads = matches.reduce((all: Reads, match) => bothReads(all, match.reads), keys.reads);
  const columns = serves.map((condition, step) => sql`${condition} as ${column('s', step)}`);
  const within = sql`l.ts >= ${instant(range.start)} and l.ts < ${instant(Math.min(range.end, asOf))}`;
  return sql`(
    select ${log.personOfEvent} as person, l.ts, l.seq, ${joined(columns, ', ')}${keys.columns}
    ${log.events(reads, sql`${within} and (${joined(serves, ' or ')})`)})`;
}

/** The latest start of a chain of steps that ends at an event: `b` is its place, `bt` its time. */
function began(step: number, windowSeconds: number | undefined): Sql {
  const [place, time] = [column('b', step - 1), column('bt', step - 1)];
  const inTime =
    windowSeconds === undefined ? sql`true` : sql`ts - max(${time}) over w <= ${instant(windowSeconds * 1000)}`;
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

function withTimes(steps: number, keys: RowKeys): Sql {
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
  const first = each(keys.count, 0, (key) => sql`, e0.${column('k', key)}`);
  return sql`(
    select c.person, c.reached, ${joined(times, ', ')}, ${lastOf(sql`ts`)} as last_ts, ${lastOf(sql`seq`)} as last_seq
      ${joined(first, ' ')}
    from longest c join began e0 on e0.person = c.person and e0.n = c.first ${joined(joins, ' ')})`;
}
