import { otherSourceKey } from '#contract/source-keys.js';
import { instant, instants, sql, text, texts, type Sql } from '../sql.js';
import type { Dialect } from '../dialects/dialect.js';

/** The rules by which opens are cut. */
export interface OpenRules {
  readonly timeoutMs: number;
  readonly mergeUnderMs: number;
}

/** What opens are cut from. */
export interface DerivePlan {
  readonly dialect: Dialect;
  /** The table of events. */
  readonly events: Sql;
  readonly rules: OpenRules;
  /** Names that play a role, and the role of each. */
  readonly roles: ReadonlyMap<string, string>;
  /** Scenes that a source lists, and the key of it. */
  readonly sources: ReadonlyMap<number, string>;
}

/** Which events are cut. */
export interface CutRange {
  /** All events of some users, or those after a pause that no open survives. `e` is the table of events. */
  readonly where: Sql;
  /** Events from this instant on are not looked at. */
  readonly before: number;
  /** Nor are those from this number on. */
  readonly upto: number;
}

/** The role of each name that plays one, as rows `event, role`. */
export function roleRows({ dialect, roles }: Pick<DerivePlan, 'dialect' | 'roles'>): Sql {
  return dialect.rowsOf({ event: sql`${texts([...roles.keys()])}`, role: sql`${texts([...roles.values()])}` });
}

/**
 * Table `cut_row`: every event in the order of its user (`n`), whether it is inside a run that can be an open, and the
 * number of the run.
 *
 * A stretch is a run of a user's events without a `background` or a pause over the timeout in between: in it the first
 * launch or page view begins a run, and then every launch does. What comes before the first is in none.
 */
export function rowsStatement(plan: DerivePlan, { where, before, upto }: CutRange): Sql {
  const { dialect, events, rules, roles, sources } = plan;
  const rolesTable = roleRows({ dialect, roles });
  const sourcesTable = dialect.rowsOf({
    scene: sql`${instants([...sources.keys()])}`,
    key: sql`${texts([...sources.values()])}`,
  });
  return sql`
create or replace temp table cut_row as
  with ordered as (
    select e.seq, e.ts, e.app, e.production, e."user", e."user" * 2 + e.production::integer as unit,
      e.event, coalesce(r.role, '') as role, e.page_path, e.duration_ms, e.amount, e.currency,
      coalesce(e.source, s.key, case when e.scene is not null then ${text(otherSourceKey)} end) as source,
      coalesce(r.role in ('launch', 'page_view'), false)::integer as visits
    from ${events} e left join ${rolesTable} r on r.event = e.event left join ${sourcesTable} s on s.scene = e.scene
    where e.seq < ${instant(upto)} and e.ts < ${instant(before)} and ${where}
  ), gaps as (
    select *, row_number() over w as n, sum(visits) over w as visits_so_far,
      count(*) filter (role = 'page_view') over w as view,
      coalesce(ts - lag(ts) over w > ${instant(rules.timeoutMs)} or lag(role) over w = 'background', true) as cuts
    from ordered window w as (partition by unit order by ts, seq rows between unbounded preceding and current row)
  ), stretches as (
    select *, visits_so_far - max(case when cuts then visits_so_far - visits end) over w as visits_inside
    from gaps window w as (partition by unit order by n rows between unbounded preceding and current row)
  ), begun as (
    select * exclude (visits, visits_so_far, cuts, visits_inside), visits_inside > 0 as inside,
      visits = 1 and (role = 'launch' or visits_inside = 1) as begins
    from stretches
  )
  select * exclude (begins), sum(begins::integer) over w as run
  from begun window w as (partition by unit order by n rows between unbounded preceding and current row)`; // prettier-ignore
}

/** Table `cut_tail`: page leaves that follow the `background` of a run, each within the timeout of the one before. */
export function tailStatement({ rules }: DerivePlan): Sql {
  return sql`
create or replace temp table cut_tail as
  with candidates as (
    select seq, unit, run, n, inside, ts - lag(ts) over (partition by unit, run order by n) as pause
    from cut_row where run > 0 and (inside and role = 'background' or not inside and role = 'page_leave')
  ), chained as (
    select seq, inside, first_value(inside) over w as has_ended,
      bool_and(coalesce(pause <= ${instant(rules.timeoutMs)}, true)) over w as is_near
    from candidates window w as (partition by unit, run order by n rows between unbounded preceding and current row)
  )
  select seq from chained where not inside and has_ended and is_near`;
}

/** Table `cut_run`: the open of each run. One that begins too soon after the run before continues its open. */
export function runsStatement({ rules }: DerivePlan): Sql {
  return sql`
create or replace temp table cut_run as
  with runs as (
    select unit, run, min(n) as n, arg_min(seq, n) as first, min(ts) as first_ts, max(ts) as last_ts
    from cut_row where inside or seq in (select seq from cut_tail) group by unit, run
  ), apart as (
    select *, coalesce(not first_ts - lag(last_ts) over w < ${instant(rules.mergeUnderMs)}, true)::integer as is_apart
    from runs window w as (partition by unit order by run)
  ), numbered as (
    select *, sum(is_apart) over (partition by unit order by run rows between unbounded preceding and current row) as number
    from apart
  )
  select unit, run, first_value(first) over (partition by unit, number order by run) as open from numbered`; // prettier-ignore
}
