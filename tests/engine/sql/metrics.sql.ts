/** The tables of `log.sql.ts` with the value `key` that they are broken down by. */
export function keyedSql(by: 'source' | 'os_name' | 'page_path' | 'null'): string {
  return `
create or replace table k_event as select *, ${by} as key from happening;
create or replace table k_visit as select *, ${by} as key from visit;
create or replace table k_view as select *, ${by} as key from page_view;
create or replace table open_key as select distinct open, key from k_event where open is not null;
create or replace table k_open as select open.*, key from open join open_key using (open);
create or replace table k_new as select visit.*, key from visit join open_key using (open) where is_new`;
}

const inPeriod = 't.ts >= s and t.ts < e';
const before = (from: string, to: string, table: string, role = '') =>
  `exists (from ${table} b where b.person = t.person and b.key is not distinct from t.key and b.ts >= ${from} and b.ts < ${to} ${role})`;

const count = (table: string, value: string, where = 'true') =>
  `select i, key, ${value} as value from period join ${table} t on ${inPeriod} where ${where} group by i, key`;

const lastWords = `
  select i, key, person, role, ts >= s as is_within from period join k_event t on t.ts < e where role in ('add', 'remove')
  qualify row_number() over (partition by i, key, app, user_id order by n desc) = 1`;

const payersOf = `
  select i, key, person, count(*) as times, bool_or(${before('0', 's', 'k_event', "and b.role = 'pay'")}) as paid_before
  from period join k_event t on ${inPeriod} where role = 'pay' group by all`;

/** Every metric that is counted and not divided, as `i, key, value`; what is not there is 0. */
export const metricSql: Readonly<Record<string, string>> = {
  active_users: count('k_visit', 'count(distinct person)'),
  new_users: count('k_new', 'count(distinct person)'),
  cumulative_users: 'select i, key, count(distinct person) as value from period join k_visit t on t.ts < e group by i, key',
  opens: count('k_open', 'count(*)'),
  visits: count('k_view', 'count(*)'),
  stay_duration: count('k_open', 'sum(stay_ms) / 1000'),
  visit_depth_sum: count('k_open', 'sum(depth)'),
  open_page_views: count('k_open', 'sum(views)'),
  bounces: count('k_view', 'count(*)', 'views_of_open = 1'),
  retained_users: count('k_visit', 'count(distinct person)', before('ps', 'pe', 'k_visit')),
  backflow_users: count(
    'k_visit',
    'count(distinct person)',
    `not ${before('ps', 'pe', 'k_visit')} and ${before('0', 's', 'k_visit')}`,
  ),
  shares: count('k_event', 'count(*)', "role = 'share'"),
  sharers: count('k_event', 'count(distinct person)', "role = 'share'"),
  new_adds: count('k_event', 'count(distinct person)', "role = 'add'"),
  removes: `select i, key, count(distinct person) as value from (${lastWords}) where role = 'remove' and is_within group by i, key`,
  total_adds: `select i, key, count(distinct person) as value from (${lastWords}) where role = 'add' group by i, key`,
  payments: count('k_event', 'count(*)', "role = 'pay'"),
  payment_amount: count('k_event', 'sum(amount)', "role = 'pay'"),
  cumulative_payment_amount: `select i, key, sum(amount) as value from period join k_event t on t.ts < e where role = 'pay' group by i, key`,
  payers: count('k_event', 'count(distinct person)', "role = 'pay'"),
  first_time_payers: `select i, key, count(*) as value from (${payersOf}) where not paid_before group by i, key`,
  repeat_payers: `select i, key, count(*) as value from (${payersOf}) where paid_before or times > 1 group by i, key`,
  page_visits: count('k_view', 'count(*)'),
  page_visitors: count('k_view', 'count(distinct person)'),
  page_stay: count('k_view', 'sum(stay_ms) / 1000'),
  entries: count('k_view', 'count(*)', 'place_in_open = 1'),
  exits: count('k_view', 'count(*)', 'place_in_open = views_of_open'),
  page_shares: count('k_event', 'count(*)', "role = 'share'"),
  page_sharers: count('k_event', 'count(distinct person)', "role = 'share'"),
  ad_impressions: count('k_event', 'count(*)', "role = 'ad_impression' and amount > 0"),
  ad_revenue: count('k_event', 'sum(amount)', "role = 'ad_impression' and amount > 0"),
}; // prettier-ignore

/** Several metrics at once, as `metric, i, key, value`. */
export function metricsSql(metrics: readonly string[]): string {
  return metrics
    .map((metric) => `select '${metric}' as metric, i, key, value::double as value from (${metricSql[metric]})`)
    .join(' union all ');
}
