import { weixinSources } from '#contract/sources.js';
import { quoted } from './duck.js';

/** Which log of a table of raw events a question is about, and under which rules. */
export interface SqlScope {
  /** `null` for the superapp. */
  readonly app: string | null;
  /** Opens that begin less than so many seconds after the one before are one with it. */
  readonly mergeSeconds: number;
  /** Whole days without a visit after which a user is new again; `null` where only the first visit counts. */
  readonly reactivationDays: number | null;
  readonly zone: string;
  /** Events from here on do not count, in epoch milliseconds. */
  readonly asOf: number;
}

const timeout = 30 * 60_000;

const scenes = weixinSources.flatMap(({ key, scenes }) => scenes.map((scene) => `(${scene}, ${quoted(key)})`));

/**
 * Raw events, which table `raw` holds, as the tables that every question asks:
 *
 * - `happening`: an event with who it counts as (`person`), its place in time (`n`), its open and its dimensions
 * - `page_view`: a page view with its stay and its place in the open
 * - `open`: when it starts, how long it lasts, how deep it goes
 * - `visit`: when a person visits, and whether that makes them new
 */
export function logSql(scope: SqlScope): string {
  return [tidy(scope), starts(scope), membership, dimensions, pageViews, opens, visits(scope)].join(';\n');
}

const tidy = ({ app, asOf, zone }: SqlScope) => `
create or replace table scene as select * from (values ${scenes.join(', ')}) s(scene, key);
create or replace table known as
  select * from raw where ts < ${asOf}
  qualify event_id is null or row_number() over (partition by event_id order by place) = 1;
create or replace table person_of as
  select app, user_id, arg_min(guid, (ts, place)) as guid from known where guid is not null group by all;
create or replace table ordered as
  select known.* exclude (guid), ${app === null ? 'coalesce(p.guid, user_id)' : 'user_id'} as person,
    row_number() over (order by ts, place) as n,
    timezone(${quoted(zone)}, make_timestamptz(ts * 1000))::date as day
  from known left join person_of p using (app, user_id)
  where environment = 'production' ${app === null ? '' : `and app = ${quoted(app)}`}`;

/**
 * A stretch is a run of a user's events without a `background` or a pause over the timeout in between: in it the first
 * launch or page view begins an open, and then every launch does.
 */
const starts = ({ mergeSeconds }: SqlScope) => `
create or replace table started as
  with gaps as (
    select *, role in ('launch', 'page_view') as is_visit,
      coalesce(ts - lag(ts) over u > ${timeout} or lag(role) over u = 'background', true)::int as cuts
    from ordered window u as (partition by app, user_id order by n)
  ), stretches as (
    select *, sum(cuts) over (partition by app, user_id order by n) as stretch from gaps
  ), first as (
    select *, is_visit and (role = 'launch' or count(*) filter (is_visit) over (
      partition by app, user_id, stretch order by n) = 1) as begins
    from stretches
  )
  select *, sum(begins::int) over (partition by app, user_id order by n) as number from first;
create or replace table member as
  with inside as (
    select *, bool_or(begins) over (partition by app, user_id, stretch order by n) as is_inside from started
  ), ended as (
    select *, max(n) filter (is_inside) over (partition by app, user_id, number) as last_inside from inside
  ), closed as (
    select *, bool_or(n = last_inside and role = 'background') over (partition by app, user_id, number) as is_closed
    from ended
  ), tail as (
    select n, is_closed and n >= last_inside and bool_and(pause <= ${timeout}) over (
      partition by app, user_id, number order by n) as belongs
    from (select *, case when n = last_inside then 0 else ts - lag(ts) over (partition by app, user_id, number order by n) end as pause
      from closed where number > 0 and (n = last_inside or n > last_inside and role = 'page_leave'))
  )
  select ended.*, number > 0 and (is_inside or coalesce(belongs, false)) as belongs
  from ended left join tail using (n);
create or replace table merged as
  with cut as (
    select app, user_id, number, min(ts) as first_ts, max(ts) as last_ts from member where belongs group by all
  ), apart as (
    select *, coalesce(first_ts - lag(last_ts) over (partition by app, user_id order by number) >= ${mergeSeconds * 1000}, true) as is_apart
    from cut
  )
  select app, user_id, number, sum(is_apart::int) over (partition by app, user_id order by number) as open_number from apart`;

const membership = `
create or replace table numbered as
  select m.* exclude (belongs), case when belongs then hash(m.app, m.user_id, open_number) end as open
  from member m left join merged using (app, user_id, number)`;

/** Every event takes the value that its open has first; one outside any open takes its own. */
const dimensions = `
create or replace table happening as
  with own as (
    select numbered.*, coalesce(source, key, case when numbered.scene is not null then '10' end) as own_source
    from numbered left join scene using (scene)
  ), first as (
    select open, arg_min(own_source, n) as source, arg_min(os_name, n) as os_name, arg_min(city, n) as city
    from own where open is not null group by open
  )
  select own.* exclude (source, own_source, os_name, city),
    case when own.open is null then own_source else coalesce(first.source, 'direct') end as source,
    case when own.open is null then own.os_name else first.os_name end as os_name,
    case when own.open is null then own.city else first.city end as city
  from own left join first using (open)`;

const pageViews = `
create or replace table page_view as
  with numbers as (
    select *, count(*) filter (role = 'page_view') over (partition by app, user_id order by n) as view,
      min(ts) filter (role in ('page_view', 'page_leave', 'background')) over rest as next_ts,
      max(ts) over (partition by open) as last_ts
    from happening
    window rest as (partition by open order by n rows between 1 following and unbounded following)
  ), leave as (
    select app, user_id, view, page_path, duration_ms from numbers where role = 'page_leave'
    qualify row_number() over (partition by app, user_id, view, page_path order by n) = 1
  )
  select v.*,
    coalesce(v.duration_ms, leave.duration_ms, next_ts - ts, last_ts - ts) as stay_ms,
    row_number() over (partition by open order by n) as place_in_open,
    count(*) over (partition by open) as views_of_open
  from numbers v left join leave
    on v.app = leave.app and v.user_id = leave.user_id and v.view = leave.view
    and v.page_path is not distinct from leave.page_path
  where role = 'page_view'`;

const opens = `
create or replace table open as
  with viewed as (
    select open, sum(stay_ms) as stay_ms, count(*) as views,
      count(distinct page_path) + bool_or(page_path is null)::int as depth
    from page_view group by open
  )
  select open, any_value(person) as person, min(ts) as ts, any_value(source) as source, any_value(os_name) as os_name,
    coalesce(any_value(stay_ms), 0) as stay_ms, coalesce(any_value(views), 0) as views, coalesce(any_value(depth), 0) as depth
  from happening left join viewed using (open) where open is not null group by open`;

const visits = ({ reactivationDays }: SqlScope) => `
create or replace table visit as
  select n, ts, day, person, open, page_path, source, os_name,
    coalesce(${reactivationDays === null ? 'false' : `day - lag(day) over p > ${reactivationDays}`}
      or lag(n) over p is null, true) as is_new
  from happening where role in ('launch', 'page_view')
  window p as (partition by person order by n)`;
