import type { MetricDefinition, MetricGroup, Text, Unit } from './api.js';

/** A row of the metric catalogue, without the long description (see `metric-descriptions.ts`). */
export type MetricRow = Omit<MetricDefinition, 'description'>;

const overTime: MetricDefinition['reports'] = ['summary', 'trend', 'breakdown'];
const stock: MetricDefinition['reports'] = ['summary', 'trend'];

/**
 * What every number means, one row a metric: the only place in the code that defines one. A row with a formula is
 * computed from its base metrics; a row without is computed from events by a reducer of the back end.
 */
export const metrics = [
  // Access
  metric('active_users', 'access', { en: 'Active users', 'zh-CN': '活跃用户' }, 'users', {
    identity: { add: ['new_users', 'retained_users', 'backflow_users'] },
    shares: true,
  }),
  metric('new_users', 'access', { en: 'New users', 'zh-CN': '新增用户' }, 'users', {
    adds_up: 'first_ever',
    identity: { subtract: ['active_users', 'retained_users', 'backflow_users'] },
    shares: true,
  }),
  metric('cumulative_users', 'access', { en: 'Cumulative users', 'zh-CN': '累计用户' }, 'users'),
  metric('opens', 'access', { en: 'Opens', 'zh-CN': '打开次数' }, 'count', { adds_up: 'yes', shares: true }),
  metric('visits', 'access', { en: 'Visits', 'zh-CN': '访问次数' }, 'count', { adds_up: 'yes', shares: true }),
  metric('stay_duration', 'access', { en: 'Stay', 'zh-CN': '停留时长' }, 'seconds', { adds_up: 'yes', shares: true }),
  metric('visit_depth_sum', 'access', { en: 'Pages seen', 'zh-CN': '访问页面总数' }, 'pages', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('open_page_views', 'access', { en: 'Page views of opens', 'zh-CN': '打开内页面访问' }, 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('avg_duration_per_user', 'access', { en: 'Avg. stay per user', 'zh-CN': '人均停留时长' }, 'seconds', {
    formula: { divide: ['stay_duration', 'active_users'] },
  }),
  metric('avg_duration_per_open', 'access', { en: 'Avg. stay per open', 'zh-CN': '次均停留时长' }, 'seconds', {
    formula: { divide: ['stay_duration', 'opens'] },
  }),
  metric('avg_opens_per_user', 'access', { en: 'Opens per user', 'zh-CN': '人均打开次数' }, 'ratio', {
    formula: { divide: ['opens', 'active_users'] },
  }),
  metric('avg_visit_depth', 'access', { en: 'Avg. visit depth', 'zh-CN': '平均访问深度' }, 'pages', {
    formula: { divide: ['visit_depth_sum', 'opens'] },
  }),
  metric('pages_per_open', 'access', { en: 'Page views per open', 'zh-CN': '次均页面访问' }, 'ratio', {
    formula: { divide: ['open_page_views', 'opens'] },
  }),
  metric('bounces', 'access', { en: 'Bounces', 'zh-CN': '跳出次数' }, 'count', {
    better: 'down',
    adds_up: 'yes',
    shares: true,
  }),
  metric('bounce_rate', 'access', { en: 'Bounce rate', 'zh-CN': '跳出率' }, 'rate', {
    better: 'down',
    formula: { divide: ['bounces', 'entries'] },
  }),
  metric('retained_users', 'access', { en: 'Retained users', 'zh-CN': '留存用户' }, 'users', { shares: true }),
  metric('backflow_users', 'access', { en: 'Returning users', 'zh-CN': '回流用户' }, 'users', { shares: true }),
  // Share, add
  metric('shares', 'share', { en: 'Shares', 'zh-CN': '分享次数' }, 'count', { adds_up: 'yes', shares: true }),
  metric('sharers', 'share', { en: 'Sharers', 'zh-CN': '分享人数' }, 'users', { shares: true }),
  metric('new_adds', 'add', { en: 'New adds', 'zh-CN': '新增添加' }, 'users', { shares: true }),
  metric('removes', 'add', { en: 'Removes', 'zh-CN': '移除人数' }, 'users', { better: 'down', shares: true }),
  metric('total_adds', 'add', { en: 'Total adds', 'zh-CN': '累计添加' }, 'users'),
  // Pay
  metric('payments', 'pay', { en: 'Payments', 'zh-CN': '支付次数' }, 'count', { adds_up: 'yes', shares: true }),
  metric('payment_amount', 'pay', { en: 'Payment amount', 'zh-CN': '支付金额' }, 'money', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('cumulative_payment_amount', 'pay', { en: 'Cumulative payment amount', 'zh-CN': '累计支付金额' }, 'money'),
  metric('payers', 'pay', { en: 'Payers', 'zh-CN': '支付人数' }, 'users', { shares: true }),
  metric('first_time_payers', 'pay', { en: 'First-time payers', 'zh-CN': '首次支付人数' }, 'users', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('repeat_payers', 'pay', { en: 'Repeat payers', 'zh-CN': '复购人数' }, 'users', { shares: true }),
  metric('amount_per_payment', 'pay', { en: 'Amount per payment', 'zh-CN': '笔均金额' }, 'money', {
    formula: { divide: ['payment_amount', 'payments'] },
  }),
  metric('payments_per_payer', 'pay', { en: 'Payments per payer', 'zh-CN': '人均支付次数' }, 'ratio', {
    formula: { divide: ['payments', 'payers'] },
  }),
  metric('amount_per_payer', 'pay', { en: 'Amount per payer', 'zh-CN': '人均支付金额' }, 'money', {
    formula: { divide: ['payment_amount', 'payers'] },
  }),
  metric('payment_conversion', 'pay', { en: 'Payments per open', 'zh-CN': '支付转化率（次数）' }, 'rate', {
    formula: { divide: ['payments', 'opens'] },
  }),
  metric('payer_conversion', 'pay', { en: 'Payer conversion', 'zh-CN': '支付转化率（人数）' }, 'rate', {
    formula: { divide: ['payers', 'active_users'] },
  }),
  // Page
  metric('page_visits', 'page', { en: 'Page visits', 'zh-CN': '页面访问次数' }, 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('page_visitors', 'page', { en: 'Page visitors', 'zh-CN': '页面访问人数' }, 'users', { shares: true }),
  metric('page_stay', 'page', { en: 'Page stay', 'zh-CN': '页面停留时长' }, 'seconds', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('avg_page_duration', 'page', { en: 'Avg. page stay', 'zh-CN': '页面次均停留' }, 'seconds', {
    formula: { divide: ['page_stay', 'page_visits'] },
  }),
  metric('entries', 'page', { en: 'Entries', 'zh-CN': '入口次数' }, 'count', { adds_up: 'yes', shares: true }),
  metric('exits', 'page', { en: 'Exits', 'zh-CN': '退出次数' }, 'count', {
    better: 'neutral',
    adds_up: 'yes',
    shares: true,
  }),
  metric('exit_rate', 'page', { en: 'Exit rate', 'zh-CN': '退出率' }, 'rate', {
    better: 'down',
    formula: { divide: ['exits', 'page_visits'] },
  }),
  metric('page_shares', 'page', { en: 'Page shares', 'zh-CN': '页面分享次数' }, 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('page_sharers', 'page', { en: 'Page sharers', 'zh-CN': '页面分享人数' }, 'users', { shares: true }),
  // Superapp
  metric('mau', 'superapp', { en: 'Monthly active users', 'zh-CN': '月活跃用户' }, 'users', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('apps_created', 'superapp', { en: 'Apps created', 'zh-CN': '已创建应用' }, 'apps', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('apps_available', 'superapp', { en: 'Apps available', 'zh-CN': '可用应用' }, 'apps', {
    reports: stock,
    scopes: ['superapp'],
  }),
  metric('ad_impressions', 'superapp', { en: 'Ad impressions', 'zh-CN': '广告曝光' }, 'count', {
    adds_up: 'yes',
    shares: true,
  }),
  metric('ad_revenue', 'superapp', { en: 'Ad revenue', 'zh-CN': '广告收入' }, 'money', {
    adds_up: 'yes',
    shares: true,
  }),
] as const;

/** Id of a metric of the built-in catalogue. */
export type MetricId = (typeof metrics)[number]['id'];

const byId = new Map<string, MetricRow>(metrics.map((row) => [row.id, row]));

/** The row of a metric, or `undefined` where the built-in catalogue has none of that id. */
export function metricById(id: string): MetricRow | undefined {
  return byId.get(id);
}

function metric<const Id extends string>(
  id: Id,
  group: MetricGroup,
  label: Text,
  unit: Unit,
  more: Partial<MetricRow> = {},
): MetricRow & { readonly id: Id } {
  return { group, label, unit, adds_up: 'no', better: 'up', reports: overTime, ...more, id };
}
