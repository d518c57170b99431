import type { Dialect } from '../dialects/dialect.js';
import { name, sql, type Sql } from '../sql.js';
import type { FactKind } from '../plan/facts.js';

/** What is counted of facts. */
export type Aggregate = (dialect: Dialect) => Sql;

/** How a metric is counted from facts within the periods. */
export interface BaseMetric {
  readonly facts: FactKind;
  /** What is counted of the facts of a group and period; absent where facts of all time are looked at (`ever.ts`). */
  readonly aggregate?: Aggregate;
  /** What the number is divided by in the end, so that whole milliseconds add up exactly. */
  readonly divisor: number;
  /** Whether it sums money, which only adds up in one currency. */
  readonly isMoney: boolean;
}

const people: Aggregate = () => sql`count(distinct person)`;
const all: Aggregate = () => sql`count(*)`;
const sum =
  (column: string): Aggregate =>
  () =>
    sql`coalesce(sum(${name(column)}), 0)`;
const where =
  (flag: string): Aggregate =>
  (dialect) =>
    dialect.countIf(name(flag));
const isPaid = sql`amount > 0`;

/**
 * The metrics that are counted from events; the catalogue has a formula for every other. A new one is a row here and one
 * there.
 */
export const baseMetrics: Readonly<Record<string, BaseMetric>> = {
  active_users: within('visits', people),
  new_users: within('newcomers', people),
  cumulative_users: ever('visits'),
  retained_users: ever('visits'),
  backflow_users: ever('visits'),
  opens: within('opens', all),
  stay_duration: { ...within('opens', sum('stay_ms')), divisor: 1000 },
  visit_depth_sum: within('opens', sum('depth')),
  open_page_views: within('opens', sum('page_views')),
  visits: within('views', all),
  bounces: within('views', where('is_only')),
  page_visits: within('views', all),
  page_visitors: within('views', people),
  page_stay: { ...within('views', sum('stay_ms')), divisor: 1000 },
  entries: within('views', where('is_entry')),
  exits: within('views', where('is_exit')),
  shares: within(['share'], all),
  sharers: within(['share'], people),
  page_shares: within(['share'], all),
  page_sharers: within(['share'], people),
  new_adds: within(['add'], people),
  removes: ever(['add', 'remove']),
  total_adds: ever(['add', 'remove']),
  payments: within(['pay'], all),
  payment_amount: { ...within(['pay'], sum('amount')), isMoney: true },
  cumulative_payment_amount: { ...ever(['pay']), isMoney: true },
  payers: within(['pay'], people),
  first_time_payers: ever(['pay']),
  repeat_payers: ever(['pay']),
  ad_impressions: within(['ad_impression'], (dialect) => dialect.countIf(isPaid)),
  ad_revenue: {
    ...within(['ad_impression'], (dialect) => sql`coalesce(${dialect.sumIf(sql`amount`, isPaid)}, 0)`),
    isMoney: true,
  },
};

function within(facts: FactKind, aggregate: Aggregate): BaseMetric {
  return { facts, aggregate, divisor: 1, isMoney: false };
}

function ever(facts: FactKind): BaseMetric {
  return { facts, divisor: 1, isMoney: false };
}
