import { quoted } from './duck.js';
import type { SqlRange } from './periods.sql.js';

const at = (day: string, zone: string) => `epoch_ms(timezone(${quoted(zone)}, (${day})::timestamp))`;

/** `bucket, count`: opens that start in the one period there is, or users by how many of them they have. */
export const distributionSql = {
  visit_duration: `
    select case when seconds <= 2 then 0 when seconds <= 5 then 3 when seconds <= 10 then 6 when seconds <= 20 then 11
      when seconds <= 30 then 21 when seconds <= 50 then 31 when seconds <= 100 then 51 else 101 end as bucket,
      count(*) as count
    from (select floor(stay_ms / 1000) as seconds from open, period where ts >= s and ts < e) group by 1`,
  visit_depth: `
    select case when depth <= 5 then depth when depth <= 10 then 6 else 11 end as bucket, count(*) as count
    from open, period where ts >= s and ts < e group by 1`,
  opens_per_user: `
    select case when opens <= 2 then opens when opens <= 4 then 3 when opens <= 6 then 5 when opens <= 14 then 7
      when opens <= 30 then 15 else 31 end as bucket, count(*) as count
    from (select person, count(*) as opens from open, period where ts >= s and ts < e group by person) group by 1`,
} as const;

/** Cohorts whose start lies in the range, as `start, size, n, retained`; what has not ended is null. */
export function retentionSql(
  cohort: 'new_users' | 'active_users',
  granularity: 'day' | 'week' | 'month',
  offsets: readonly number[],
  range: SqlRange,
  { zone, asOf }: { readonly zone: string; readonly asOf: number },
): string {
  const after = (n: string) => `(p + to_${granularity}s(${n}))::date`;
  return `
    with cohort_period as (
      select p, ${at('p', zone)} as s, ${at(after('1'), zone)} as e
      from (select distinct date_trunc('${granularity}', unnest(generate_series(date ${quoted(range.start)}, date ${quoted(range.end)}, interval 1 day)))::date as p)
      where p >= date ${quoted(range.start)}
    ), member as (
      select distinct p, person from cohort_period join visit on ts >= s and ts < e
      where ${cohort === 'new_users' ? 'is_new' : 'true'}
    ), later as (
      select p, n, ${at(after('n'), zone)} as s, ${at(after('n + 1'), zone)} as e
      from cohort_period, (select unnest([${offsets.join(', ')}])::int as n)
    )
    select strftime(p, '%Y-%m-%d') as start, n, count(m.person) as size,
      case when any_value(e) <= ${asOf} then
        count(*) filter (exists (from visit v where v.person = m.person and v.ts >= later.s and v.ts < later.e)) end as retained
    from later left join member m using (p) group by p, n order by p, n`;
}

/** A step of a funnel: a role or name, and maybe a condition on the event. */
export interface SqlStep {
  readonly event: string;
  readonly where?: string;
}

/**
 * Chains of every length, by joining each step to the chains before it: nothing here picks a chain early. Then per
 * person the longest, of these the one that completes earliest, of these the one that starts latest, as
 * `person, reached, seconds, key`: how far it goes, from its first event to its last, and the first event's `by`.
 */
export function chainsSql(steps: readonly SqlStep[], windowSeconds: number | null, by = 'null'): string {
  const window = windowSeconds === null ? 'true' : `t.ts - c.first_ts <= ${windowSeconds * 1000}`;
  const isStep = ({ event, where = 'true' }: SqlStep) =>
    `(t.role = ${quoted(event)} or t.event = ${quoted(event)}) and ${where}`;
  const chains = steps.map((step, k) =>
    k === 0
      ? `chain1 as (select person, n as first_n, ts as first_ts, n as last_n, ts as last_ts, ${by} as key from ranged t where ${isStep(step)})`
      : `chain${k + 1} as (
          select distinct person, first_n, first_ts, t.n as last_n, t.ts as last_ts, key
          from chain${k} c join ranged t using (person) where t.n > c.last_n and ${window} and ${isStep(step)})`,
  );
  const all = steps.map((_, k) => `select ${k + 1} as reached, * from chain${k + 1}`).join(' union all ');
  return `
    with ranged as (select h.* from happening h, period where ts >= s and ts < e), ${chains.join(', ')}
    select person, reached, (last_ts - first_ts) / 1000 as seconds, key from (${all})
    qualify row_number() over (partition by person order by reached desc, last_n, first_n desc) = 1`;
}

const usersOf = (steps: readonly SqlStep[]) =>
  steps.map((_, k) => `count(*) filter (reached > ${k}) as users${k + 1}`).join(', ');

/** Users of each step, and how long those who got to the second took. */
export function funnelSql(steps: readonly SqlStep[], windowSeconds: number | null): string {
  const seconds = (share: number) => `quantile_cont(seconds, ${share}) filter (reached = 2)`;
  return `
    select ${usersOf(steps)}, ${seconds(0.5)} as median, ${seconds(0.9)} as p90
    from (${chainsSql(steps, windowSeconds)})`;
}

/** Users of each step by the value of a column on the chain's first event. */
export function chainsByKey(steps: readonly SqlStep[], windowSeconds: number | null, by: string): string {
  return `select key, ${usersOf(steps)} from (${chainsSql(steps, windowSeconds, by)}) group by key`;
}

/** Measures of an event by period and by `keys`, as `i, keys…, value`. */
export function eventSql(event: string, value: string, keys: readonly string[], where = 'true'): string {
  const named = keys.map((key, index) => `, ${key} as key${index}`).join('');
  return `
    select i ${named}, (${value})::double as value from period join happening t on ts >= s and ts < e
    where (role = ${quoted(event)} or event = ${quoted(event)}) and ${where} group by all`;
}
