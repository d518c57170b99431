import { quoted } from './duck.js';

/** Days of a report, both included. */
export interface SqlRange {
  readonly start: string;
  readonly end: string;
}

/** How a range is cut; `all` leaves it whole. */
export type SqlGranularity = 'hour' | 'day' | 'week' | 'month' | 'all';

/**
 * Table `period`: `i` from 0, `[s, e)` in epoch milliseconds, `[ps, pe)` the period before. A week or month that the range
 * cuts is clipped, and the one before it is whole; before a range lie as many days as it has.
 */
export function periodSql(granularity: SqlGranularity, range: SqlRange, zone: string): string {
  const at = (day: string) => `epoch_ms(timezone(${quoted(zone)}, (${day})::timestamp))`;
  const [from, to] = [`date ${quoted(range.start)}`, `date ${quoted(range.end)}`];
  const table = (select: string) =>
    `create or replace table period as select row_number() over (order by s) - 1 as i, * from (${select})`;
  if (granularity === 'all') {
    const before = at(`${from} - (${to} - ${from} + 1)::int`);
    return table(`select ${at(from)} as s, ${at(`${to} + 1`)} as e, ${before} as ps, s as pe`);
  }
  if (granularity === 'hour') {
    const hours = `unnest(generate_series(${at(from)}, ${at(`${to} + 1`)} - 1, 3600000))`;
    return table(`select ${hours} as s, s + 3600000 as e, s - 3600000 as ps, s as pe`);
  }
  const step = (by: number) => `(p + to_${granularity}s(${by}))::date`;
  const days = `unnest(generate_series(${from}, ${to}, interval 1 day))`;
  return table(`
    with cut as (select distinct date_trunc('${granularity}', ${days})::date as p)
    select ${at(`greatest(p, ${from})`)} as s, ${at(`least(${step(1)}, ${to} + 1)`)} as e,
      ${at(step(-1))} as ps, ${at('p')} as pe from cut`);
}
