import type { MetricDefinition, MetricGroup, Unit } from './api.js';

/** How a metric is counted: its row of the catalogue without texts (see `metrics.ts`, `metric-descriptions.ts`). */
export type MetricRule = Omit<MetricDefinition, 'label' | 'description'>;

const overTime: MetricDefinition['reports'] = ['summary', 'trend', 'breakdown'];
const stock: MetricDefinition['reports'] = ['summary', 'trend'];

/**
 * What every number means, one row a metric: the only place in the code that defines one. A row with a formula is
 * computed from its base metrics; a row without is computed from events by a reducer of the back end.
 */
export const metricRules = [
  // Access
  metric('active_users', 'access', 'users', {
    identity: { add: ['new_users', 'retained_users', 'backflow_users'] },
    shares: true,
  }),
  metric('new_users', 'access', 'users', {
    adds_up: 'first_ever',
    identity: { subtract: ['active_users', 'retained_users', 'backflow_users'] },
    shares: true,
  }),
  metric('cumulative_users', 'access', 'users'),
  metric('opens', 'access', 'count', { adds_up: 'yes', shares: true }),
  metric('visits', 'access', 'count', { adds_up: 'yes', shares: true }),
  metric('stay_duration', 'access', 'seconds', { adds_up: 'yes', shares: true }),
  metric('visit_depth_sum', 'access', 'pages', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('open_page_views', 'access', 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('avg_duration_per_user', 'access', 'seconds', {
    formula: { divide: ['stay_duration', 'active_users'] },
  }),
  metric('avg_duration_per_open', 'access', 'seconds', {
    formula: { divide: ['stay_duration', 'opens'] },
  }),
  metric('avg_opens_per_user', 'access', 'ratio', {
    formula: { divide: ['opens', 'active_users'] },
  }),
  metric('avg_visit_depth', 'access', 'pages', {
    formula: { divide: ['visit_depth_sum', 'opens'] },
  }),
  metric('pages_per_open', 'access', 'ratio', {
    formula: { divide: ['open_page_views', 'opens'] },
  }),
  metric('bounces', 'access', 'count', {
    better: 'down',
    adds_up: 'yes',
    shares: true,
  }),
  metric('bounce_rate', 'access', 'rate', {
    better: 'down',
    formula: { divide: ['bounces', 'entries'] },
  }),
  metric('retained_users', 'access', 'users', { shares: true }),
  metric('backflow_users', 'access', 'users', { shares: true }),
  // Share, add
  metric('shares', 'share', 'count', { adds_up: 'yes', shares: true }),
  metric('sharers', 'share', 'users', { shares: true }),
  metric('new_adds', 'add', 'users', { shares: true }),
  metric('removes', 'add', 'users', { better: 'down', shares: true }),
  metric('total_adds', 'add', 'users'),
  // Pay
  metric('payments', 'pay', 'count', { adds_up: 'yes', shares: true }),
  metric('payment_amount', 'pay', 'money', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('cumulative_payment_amount', 'pay', 'money'),
  metric('payers', 'pay', 'users', { shares: true }),
  metric('first_time_payers', 'pay', 'users', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('repeat_payers', 'pay', 'users', { shares: true }),
  metric('amount_per_payment', 'pay', 'money', {
    formula: { divide: ['payment_amount', 'payments'] },
  }),
  metric('payments_per_payer', 'pay', 'ratio', {
    formula: { divide: ['payments', 'payers'] },
  }),
  metric('amount_per_payer', 'pay', 'money', {
    formula: { divide: ['payment_amount', 'payers'] },
  }),
  metric('payment_conversion', 'pay', 'rate', {
    formula: { divide: ['payments', 'opens'] },
  }),
  metric('payer_conversion', 'pay', 'rate', {
    formula: { divide: ['payers', 'active_users'] },
  }),
  // Page
  metric('page_visits', 'page', 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('page_visitors', 'page', 'users', { shares: true }),
  metric('page_stay', 'page', 'seconds', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('avg_page_duration', 'page', 'seconds', {
    formula: { divide: ['page_stay', 'page_visits'] },
  }),
  metric('entries', 'page', 'count', { adds_up: 'yes', shares: true }),
  metric('exits', 'page', 'count', {
    better: 'neutral',
    adds_up: 'yes',
    shares: true,
  }),
  metric('exit_rate', 'page', 'rate', {
    better: 'down',
    formula: { divide: ['exits', 'page_visits'] },
  }),
  metric('page_shares', 'page', 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('page_sharers', 'page', 'users', { shares: true }),
  // Superapp
  metric('mau', 'superapp', 'users', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('apps_created', 'superapp', 'apps', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('apps_available', 'superapp', 'apps', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('ad_impressions', 'superapp', 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('ad_revenue', 'superapp', 'money', {
    adds_up: 'yes',
    shares: true,
  }),
] as const;

/** Id of a metric of the built-in catalogue. */
export type MetricId = (typeof metricRules)[number]['id'];

const byId = new Map<string, MetricRule>(metricRules.map((row) => [row.id, row]));

/** How a metric is counted, or `undefined` where the built-in catalogue has none of that id. */
export function metricRule(id: string): MetricRule | undefined {
  return byId.get(id);
}

function metric<const Id extends string>(
  id: Id,
  group: MetricGroup,
  unit: Unit,
  more: Partial<MetricRule> = {},
): MetricRule & { readonly id: Id } {
  return { group, unit, adds_up: 'no', better: 'up', reports: overTime, ...more, id };
}
