import type { Profile, RangeQuery } from '#contract/api.js';
import { townDays } from '../../load/town.js';
import type { LoadQuestion } from '../../load/question.js';

const zones = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Asia/Shanghai'];
const users = ['active_users', 'new_users', 'cumulative_users', 'retained_users', 'backflow_users'];
const counts = [
  'opens',
  'visits',
  'stay_duration',
  'bounces',
  'bounce_rate',
  'avg_visit_depth',
  'pages_per_open',
  'avg_duration_per_user',
];
const pages = ['page_visits', 'page_visitors', 'page_stay', 'entries', 'exits', 'exit_rate', 'page_shares'];
const money = [
  'payments',
  'payment_amount',
  'payers',
  'first_time_payers',
  'repeat_payers',
  'amount_per_payer',
  'payer_conversion',
];
const kept = ['shares', 'sharers', 'new_adds', 'removes', 'total_adds'];
const all = [...users, ...counts, ...pages, ...money, ...kept];
const steps = [
  { event: 'launch' },
  { event: 'page_view', filters: [{ field: 'page_path', operator: 'eq' as const, values: ['pages/item'] }] },
  { event: 'pay' },
];
const week = { start: '2026-03-09', end: '2026-03-15' };

/** What is asked of the town, by report, under each profile in a zone of its own. */
export function townQuestions(profiles: readonly Profile[]): LoadQuestion[] {
  return profiles.flatMap(({ id: profile }, turn) => {
    const setting = { timezone: zones[turn % zones.length]!, profile };
    return [
      ...ofMetrics({ ...townDays, ...setting }, { ...week, ...setting }),
      ...ofUsers({ ...townDays, ...setting }),
    ];
  });
}

function ofMetrics(whole: RangeQuery, part: RangeQuery): LoadQuestion[] {
  const filters = [
    { field: 'os_name', operator: 'ne' as const, values: ['iOS'] },
    { field: 'device_width', operator: 'gte' as const, values: [400] },
  ];
  return [
    { report: 'summary', query: { ...part, metrics: all, compare: ['previous_day', 'last_week', 'previous_period'] } },
    { report: 'summary', query: { ...whole, metrics: all, filters } },
    { report: 'trend', query: { ...whole, metrics: all, granularity: 'day' } },
    { report: 'trend', query: { ...whole, metrics: users, granularity: 'week' } },
    { report: 'trend', query: { ...part, end: part.start!, metrics: counts, granularity: 'hour' } },
    {
      report: 'trend',
      query: { ...part, metrics: ['active_users', 'opens'], granularity: 'day', breakdown_by: 'source', limit: 2 },
    },
    ...['source', 'page_path', 'os_name', 'city', 'properties.plan'].map((dimension): LoadQuestion => ({
      report: 'breakdown',
      query: {
        ...part,
        dimension,
        metrics: dimension === 'page_path' ? pages : ['active_users', 'opens', 'visits', 'new_users'],
        limit: 3,
        compare: ['last_week'],
      },
    })),
    ...(['visit_duration', 'visit_depth', 'opens_per_user'] as const).map((of): LoadQuestion => ({
      report: 'distribution',
      query: { ...whole, of, compare: ['previous_period'] },
    })),
  ];
}

function ofUsers(whole: RangeQuery): LoadQuestion[] {
  const funnel = { ...whole, steps, window_seconds: 1800 };
  const analysis = { ...whole, granularity: 'day' as const, order: '-value' as const, limit: 12 };
  return [
    ...(['new_users', 'active_users'] as const).flatMap((cohort): LoadQuestion[] => [
      { report: 'retention', query: { ...whole, cohort, granularity: 'day', offsets: [1, 2, 7, 14] } },
      { report: 'retention', query: { ...whole, cohort, granularity: 'week', offsets: [1, 2] } },
    ]),
    { report: 'funnel', query: { ...funnel, group_by: ['os_name'] } },
    { report: 'funnel', query: { ...whole, steps } },
    { report: 'funnel_next', query: { ...funnel, step: 1, limit: 50 } },
    ...(['total', 'users', 'per_user'] as const).map((measure): LoadQuestion => ({
      report: 'event',
      query: { ...analysis, event: 'search', measure, group_by: ['properties.plan'] },
    })),
    ...(['sum', 'avg', 'min', 'max'] as const).map((measure): LoadQuestion => ({
      report: 'event',
      query: { ...analysis, event: 'pay', measure, field: 'amount' },
    })),
  ];
}
