import { type ReservedEvent } from '#contract/events.js';
import { type ScanPlan } from '../scan/scan.js';
import { viewFlags } from '../sessions/sessions.js';
import { type Store } from '../store/store.js';
import { cumulativeAmounts, countPositiveAmounts, sumAmounts, sumPositiveAmounts } from './amounts.js';
import { count } from './count.js';
import { countFlagged } from './count-flagged.js';
import { distinctPeople } from './distinct-people.js';
import { everPeople, firstTimers } from './ever-people.js';
import { holders, removers } from './holding.js';
import { type Cells, type Reducer } from './reducer.js';
import { repeaters } from './repeaters.js';
import { backflow, retained } from './returning.js';
import { sum } from './sum.js';

/** What a base metric is computed from: page views, opens, the visits that make users new, or events of some roles. */
export type MetricFacts = 'views' | 'opens' | 'newcomers' | readonly ReservedEvent[];

/** How a base metric is computed. */
export interface BaseMetric {
  readonly facts: MetricFacts;
  readonly span: ScanPlan['span'];
  readonly reducer: (cells: Cells, store: Store) => Reducer;
  /** Whether it sums money, which only adds up in one currency. */
  readonly isMoney?: true;
}

const visits = ['launch', 'page_view'] as const;
const millisecondsPerSecond = 1000;

/**
 * The metrics that are computed from events; the catalogue has a formula for every other. A new base metric is one row
 * here and one there.
 */
export const baseMetrics: Readonly<Record<string, BaseMetric>> = {
  active_users: within(visits, distinctPeople),
  new_users: within('newcomers', distinctPeople),
  cumulative_users: ever(visits, everPeople),
  retained_users: ever(visits, retained),
  backflow_users: ever(visits, backflow),
  opens: within('opens', count),
  stay_duration: within(
    'opens',
    sum(({ sessions }) => sessions.opens.stayMs, millisecondsPerSecond),
  ),
  visit_depth_sum: within(
    'opens',
    sum(({ sessions }) => sessions.opens.depth),
  ),
  open_page_views: within(
    'opens',
    sum(({ sessions }) => sessions.opens.pageViews),
  ),
  visits: within('views', count),
  bounces: within('views', countFlagged(viewFlags.only)),
  page_visits: within('views', count),
  page_visitors: within('views', distinctPeople),
  page_stay: within(
    'views',
    sum(({ sessions }) => sessions.views.stayMs, millisecondsPerSecond),
  ),
  entries: within('views', countFlagged(viewFlags.entry)),
  exits: within('views', countFlagged(viewFlags.exit)),
  shares: within(['share'], count),
  sharers: within(['share'], distinctPeople),
  page_shares: within(['share'], count),
  page_sharers: within(['share'], distinctPeople),
  new_adds: within(['add'], distinctPeople),
  removes: ever(['add', 'remove'], (cells, store) => removers(store)(cells)),
  total_adds: ever(['add', 'remove'], (cells, store) => holders(store)(cells)),
  payments: within(['pay'], count),
  payment_amount: { ...within(['pay'], sumAmounts), isMoney: true },
  cumulative_payment_amount: { ...ever(['pay'], cumulativeAmounts), isMoney: true },
  payers: within(['pay'], distinctPeople),
  first_time_payers: ever(['pay'], firstTimers),
  repeat_payers: ever(['pay'], repeaters),
  ad_impressions: within(['ad_impression'], countPositiveAmounts),
  ad_revenue: { ...within(['ad_impression'], sumPositiveAmounts), isMoney: true },
};

function within(facts: MetricFacts, reducer: BaseMetric['reducer']): BaseMetric {
  return { facts, span: 'within', reducer };
}

function ever(facts: MetricFacts, reducer: BaseMetric['reducer']): BaseMetric {
  return { facts, span: 'ever', reducer };
}
