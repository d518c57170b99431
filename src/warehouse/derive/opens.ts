import { defaultFields } from '#contract/events.js';
import { directSourceKey } from '#contract/source-keys.js';
import { joined, name, sql, text, type Sql } from '../sql.js';

/** Open dimensions that are columns of `events`; `source` is worked out before. */
export const carriedDimensions = ['scene', 'qr_code', ...defaultFields] as const;

/** Table `cut_place`: every event with the open that holds it. An open is named by the number of its first event. */
export const placesStatement: Sql = sql`
create or replace temp table cut_place as
  select r.* exclude (inside, run), case when r.inside or t.seq is not null then o.open end as open
  from cut_row r left join cut_tail t on t.seq = r.seq left join cut_run o on o.unit = r.unit and o.run = r.run`;

/**
 * Table `cut_view`: the stay of each page view, and its place in the open. The stay is its own duration, that of the
 * next page leave of the same path before the user's next page view, the time to the next page view, page leave or
 * background of the open, or else to the open's last event.
 */
export const viewsStatement: Sql = sql`
create or replace temp table cut_view as
  with followed as (
    select seq, lead(ts) over (partition by open order by n) as next_ts
    from cut_place where open is not null and role in ('page_view', 'page_leave', 'background')
  ), leaves as (
    select unit, view, page_path, duration_ms from cut_place where role = 'page_leave'
    qualify row_number() over (partition by unit, view, page_path order by n) = 1
  ), ends as (
    select open, max(ts) as last_ts from cut_place where open is not null group by open
  ), views as (
    select seq, open, unit, view, ts, page_path, duration_ms,
      row_number() over (partition by open order by n) as place, count(*) over (partition by open) as total
    from cut_place where role = 'page_view'
  )
  select v.seq, v.open, v.page_path, place = 1 as is_entry, place = total as is_exit, total = 1 as is_only,
    coalesce(v.duration_ms, l.duration_ms, f.next_ts - v.ts, ends.last_ts - v.ts)::double as stay_ms
  from views v join ends on ends.open = v.open left join followed f on f.seq = v.seq
    left join leaves l on l.unit = v.unit and l.view = v.view and l.page_path is not distinct from v.page_path`;

/** Adds the events to a table of events with their opens. */
export function keepPlaces(table: Sql, verb: Sql): Sql {
  return sql`${verb} ${table}
  select p.seq, p.ts, p.app, p.production, p."user", p.unit, p.event, p.role, p.page_path, p.amount, p.currency,
    p.source, p.open, v.stay_ms, v.is_entry, v.is_exit, v.is_only
  from cut_place p left join cut_view v on v.seq = p.seq`;
}

/** Adds the opens to a table of opens: the value of a dimension is the first that an event of the open carries. */
export function keepOpens(table: Sql, verb: Sql, values: Sql): Sql {
  const carried = carriedDimensions.map((field) => sql`arg_min(e.${name(field)}, p.n) as ${name(field)}`);
  return sql`${verb} ${table}
  with measured as (
    select open, sum(stay_ms) as stay_ms, count(*) as page_views,
      count(distinct page_path) + bool_or(page_path is null)::integer as depth
    from cut_view group by open
  ), described as (
    select p.open, any_value(p.app) as app, any_value(p.production) as production, any_value(p."user") as "user",
      any_value(p.unit) as unit, min(p.ts) as ts,
      coalesce(arg_min(p.source, p.n), ${text(directSourceKey)}) as source, ${joined(carried, ', ')}
    from cut_place p join ${values} e on e.seq = p.seq where p.open is not null group by p.open
  )
  select d.*, coalesce(m.stay_ms, 0) as stay_ms, coalesce(m.depth, 0) as depth, coalesce(m.page_views, 0) as page_views
  from described d left join measured m on m.open = d.open`;
}
