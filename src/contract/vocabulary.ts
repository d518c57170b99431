import type {
  AppType,
  CohortKind,
  CompareKind,
  DistributionOf,
  Environment,
  EventMeasure,
  FilterOperator,
  Granularity,
  NamedRange,
  ReportName,
} from './api.js';
import { all } from './all-words.js';

// Each list is checked against the generated type in both directions: a word that the document gains must be added here.

/** Named ranges; "last N days" ends yesterday. */
export const namedRanges = all<NamedRange>()([
  'today',
  'yesterday',
  'last_7_days',
  'last_15_days',
  'last_30_days',
  'last_90_days',
]);

/** Lengths of a bucket, shortest first. */
export const granularities = all<Granularity>()([
  'minute',
  '5_minutes',
  '10_minutes',
  '30_minutes',
  'hour',
  'day',
  'week',
  'month',
  'all',
]);

/** What a value can be compared with by name. */
export const compareKinds = all<CompareKind>()(['previous_day', 'last_week', 'last_month', 'previous_period']);

/** Operators of a filter. */
export const filterOperators = all<FilterOperator>()([
  'eq',
  'ne',
  'in',
  'not_in',
  'contains',
  'gt',
  'gte',
  'lt',
  'lte',
  'set',
  'not_set',
]);

/** Where events come from. */
export const environments = all<Environment>()(['production', 'non_production']);

/** Types of apps. */
export const appTypes = all<AppType>()(['mini_program', 'mini_game', 'h5_app']);

/** The report shapes. */
export const reportNames = all<ReportName>()([
  'summary',
  'trend',
  'breakdown',
  'distribution',
  'retention',
  'funnel',
  'funnel_next',
  'event',
]);

/** What can be distributed. */
export const distributionsOf = all<DistributionOf>()(['visit_depth', 'visit_duration', 'opens_per_user']);

/** Who can be in a cohort. */
export const cohortKinds = all<CohortKind>()(['new_users', 'active_users']);

/** Measures of event analysis. */
export const eventMeasures = all<EventMeasure>()(['total', 'users', 'per_user', 'sum', 'avg', 'min', 'max']);
