import type { ReservedEvent } from '#contract/events.js';
import type { ScanPlan } from '../scan/scan.js';
import type { Store } from '../store/store.js';
import { countPositiveAmounts, cumulativeAmounts, sumAmounts, sumPositiveAmounts } from './amounts.js';
import { count } from './count.js';
import { distinctPeople } from './distinct-people.js';
import { everPeople, firstTimers } from './ever-people.js';
import { holders, removers } from './holding.js';
import type { Cells, Reducer } from './reducer.js';
import { repeaters } from './repeaters.js';
import { backflow, retained } from './returning.js';
import { sum } from './sum.js';
import { countBounces, countEntries, countExits, countViews, sumViewStays } from './views.js';

/** What a base metric is computed from: visits, page views, opens, the visits that make users new, or events of roles. */
export type MetricFacts = 'visits' | 'views' | 'opens' | 'newcomers' | readonly ReservedEvent[];

/** How a base metric is computed. */
export interface BaseMetric {
  readonly facts: MetricFacts;
  readonly span: ScanPlan['span'];
  readonly reducer: (cells: Cells, store: Store) => Reducer;
  /** Whether the values of disjoint sets of facts add up: true of counts and sums, not of distinct people. */
  readonly isSum: boolean;
  /** What the reducer's number is divided by in the end, so that whole milliseconds add up exactly. */
  readonly divisor: number;
  /** Whether it counts people, so that a second fact about someone in a cell changes nothing. */
  readonly isOfPeople: boolean;
  /** Whether it sums money, which only adds up in one currency. */
  readonly isMoney: boolean;
}

/**
 * The metrics that are computed from events; the catalogue has a formula for every other. A new base metric is one row
 * here and one there.
 */
export const baseMetrics: Readonly<Record<string, BaseMetric>> = {
  active_users: people('visits', distinctPeople),
  new_users: people('newcomers', distinctPeople),
  cumulative_users: peopleEver('visits', everPeople),
  retained_users: peopleEver('visits', retained),
  backflow_users: peopleEver('visits', backflow),
  opens: total('opens', count),
  stay_duration: seconds(
    'opens',
    sum(({ sessions }) => sessions.opens.stayMs),
  ),
  visit_depth_sum: total(
    'opens',
    sum(({ sessions }) => sessions.opens.depth),
  ),
  open_page_views: total(
    'opens',
    sum(({ sessions }) => sessions.opens.pageViews),
  ),
  visits: total('views', countViews),
  bounces: total('views', countBounces),
  page_visits: total('views', countViews),
  page_visitors: people('views', distinctPeople),
  page_stay: seconds('views', sumViewStays),
  entries: total('views', countEntries),
  exits: total('views', countExits),
  shares: total(['share'], count),
  sharers: people(['share'], distinctPeople),
  page_shares: total(['share'], count),
  page_sharers: people(['share'], distinctPeople),
  new_adds: people(['add'], distinctPeople),
  removes: peopleEver(['add', 'remove'], removers),
  total_adds: peopleEver(['add', 'remove'], holders),
  payments: total(['pay'], count),
  payment_amount: money(['pay'], sumAmounts),
  cumulative_payment_amount: { ...money(['pay'], cumulativeAmounts), span: 'ever' },
  payers: people(['pay'], distinctPeople),
  first_time_payers: peopleEver(['pay'], firstTimers),
  repeat_payers: peopleEver(['pay'], repeaters),
  ad_impressions: total(['ad_impression'], countPositiveAmounts),
  ad_revenue: money(['ad_impression'], sumPositiveAmounts),
};

type ReducerMaker = BaseMetric['reducer'];

function people(facts: MetricFacts, reducer: ReducerMaker): BaseMetric {
  return { facts, reducer, span: 'within', isSum: false, divisor: 1, isOfPeople: true, isMoney: false };
}

function peopleEver(facts: MetricFacts, reducer: ReducerMaker): BaseMetric {
  return { ...people(facts, reducer), span: 'ever' };
}

function total(facts: MetricFacts, reducer: ReducerMaker): BaseMetric {
  return { ...people(facts, reducer), isSum: true, isOfPeople: false };
}

function seconds(facts: MetricFacts, reducer: ReducerMaker): BaseMetric {
  return { ...total(facts, reducer), divisor: 1000 };
}

function money(facts: MetricFacts, reducer: ReducerMaker): BaseMetric {
  return { ...total(facts, reducer), isMoney: true };
}
