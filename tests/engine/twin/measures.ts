import type { App, Profile } from '#contract/api.js';
import { dayOf, daysBetween, plusMonths, startOfDay } from './local-time.js';
import type { Period } from './periods.js';
import { depthOf, groups, isVisit, pageViewsOf, startOf, stayOf, type Happening, type Open } from './twin-log.js';

/** What a metric is computed from: what is left of a log once filters have passed over it. */
export interface Asked {
  /** Events that match, in order. */
  readonly events: readonly Happening[];
  readonly opens: readonly Open[];
  /** Visits that make their user new, in opens that match. */
  readonly newVisits: readonly Happening[];
  readonly zone: string;
  readonly apps: readonly App[];
  readonly asOf: number;
}

type Measure = (asked: Asked, period: Period) => number;

const within = (ts: number, { start, end }: { start: number; end: number }) => ts >= start && ts < end;
const distinct = (events: readonly Happening[]) => new Set(events.map(({ user }) => user)).size;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const matching = ({ events }: Asked, role: string, period: { start: number; end: number }) =>
  events.filter((event) => event.role === role && within(event.ts, period));

const visitsIn = ({ events }: Asked, period: { start: number; end: number }) =>
  events.filter((event) => isVisit(event) && within(event.ts, period));

const usersIn = (asked: Asked, period: { start: number; end: number }) =>
  new Set(visitsIn(asked, period).map(({ user }) => user));

const opensIn = ({ opens }: Asked, period: Period) => opens.filter((open) => within(startOf(open), period));

const ever = (end: number) => ({ start: -Infinity, end });

/** Visits that make their user new, before any filter. */
export function newVisits({
  log,
  profile,
  zone,
}: {
  log: readonly Happening[];
  profile: Profile;
  zone: string;
}): Happening[] {
  return [...groups(log.filter(isVisit), ({ user }) => user).values()].flatMap((visits) =>
    visits.filter((visit, index) => {
      if (index === 0) return true;
      if (profile.new_user.rule === 'first_ever') return false;
      const daysOfNone = daysBetween(dayOf(visits[index - 1]!.ts, zone), dayOf(visit.ts, zone)) - 1;
      return daysOfNone >= profile.new_user.days;
    }),
  );
}

/** The last of `add` and `remove` of each user of an app up to an instant, among the events that match. */
function lastWords({ events }: Asked, end: number): Map<string, Happening> {
  const words = new Map<string, Happening>();
  for (const event of events) {
    const isWord = event.role === 'add' || event.role === 'remove';
    if (isWord && event.ts < end) words.set(event.appUser, event);
  }
  return words;
}

const pageViewsIn = (asked: Asked, period: Period) => matching(asked, 'page_view', period);
const amountOf = (events: readonly Happening[]) => sum(events.map(({ raw }) => raw.amount ?? 0));

const payersBefore = (asked: Asked, start: number) =>
  new Set(matching(asked, 'pay', ever(start)).map(({ user }) => user));

const validImpressions = (asked: Asked, period: Period) =>
  matching(asked, 'ad_impression', period).filter(({ raw }) => (raw.amount ?? 0) > 0);

/** Every metric that is counted and not divided, in the words of metrics.md. */
export const baseMeasures: Readonly<Record<string, Measure>> = {
  active_users: (asked, period) => usersIn(asked, period).size,
  new_users: (asked, period) => distinct(asked.newVisits.filter((visit) => within(visit.ts, period))),
  cumulative_users: (asked, { end }) => usersIn(asked, ever(end)).size,
  opens: (asked, period) => opensIn(asked, period).length,
  visits: (asked, period) => pageViewsIn(asked, period).length,
  stay_duration: (asked, period) => sum(opensIn(asked, period).map(stayOf)) / 1000,
  visit_depth_sum: (asked, period) => sum(opensIn(asked, period).map(depthOf)),
  open_page_views: (asked, period) => sum(opensIn(asked, period).map((open) => pageViewsOf(open).length)),
  bounces: (asked, period) => pageViewsIn(asked, period).filter((view) => pageViewsOf(view.open!).length === 1).length,
  entries: (asked, period) => pageViewsIn(asked, period).filter((view) => pageViewsOf(view.open!)[0] === view).length,
  exits: (asked, period) => pageViewsIn(asked, period).filter((view) => pageViewsOf(view.open!).at(-1) === view).length,
  retained_users: (asked, period) => {
    const before = usersIn(asked, period.before);
    return [...usersIn(asked, period)].filter((user) => before.has(user)).length;
  },
  backflow_users: (asked, period) => {
    const before = usersIn(asked, period.before);
    const earlier = usersIn(asked, ever(period.start));
    return [...usersIn(asked, period)].filter((user) => !before.has(user) && earlier.has(user)).length;
  },
  shares: (asked, period) => matching(asked, 'share', period).length,
  sharers: (asked, period) => distinct(matching(asked, 'share', period)),
  new_adds: (asked, period) => distinct(matching(asked, 'add', period)),
  removes: (asked, period) => {
    const words = lastWords(asked, period.end);
    return distinct(matching(asked, 'remove', period).filter(({ appUser }) => words.get(appUser)?.role === 'remove'));
  },
  total_adds: (asked, { end }) => distinct([...lastWords(asked, end).values()].filter(({ role }) => role === 'add')),
  payments: (asked, period) => matching(asked, 'pay', period).length,
  payment_amount: (asked, period) => amountOf(matching(asked, 'pay', period)),
  cumulative_payment_amount: (asked, { end }) => amountOf(matching(asked, 'pay', ever(end))),
  payers: (asked, period) => distinct(matching(asked, 'pay', period)),
  first_time_payers: (asked, period) => {
    const before = payersBefore(asked, period.start);
    return distinct(matching(asked, 'pay', period).filter(({ user }) => !before.has(user)));
  },
  repeat_payers: (asked, period) => {
    const before = payersBefore(asked, period.start);
    const byUser = groups(matching(asked, 'pay', period), ({ user }) => user);
    return [...byUser].filter(([user, payments]) => before.has(user) || payments.length > 1).length;
  },
  page_visits: (asked, period) => pageViewsIn(asked, period).length,
  page_visitors: (asked, period) => distinct(pageViewsIn(asked, period)),
  page_stay: (asked, period) => sum(pageViewsIn(asked, period).map(({ stayMs }) => stayMs)) / 1000,
  page_shares: (asked, period) => matching(asked, 'share', period).length,
  page_sharers: (asked, period) => distinct(matching(asked, 'share', period)),
  mau: (asked, { end }) => {
    const first = `${dayOf(Math.min(end, asked.asOf) - 1, asked.zone).slice(0, 8)}01`;
    const month = { start: startOfDay(first, asked.zone), end: startOfDay(plusMonths(first, 1), asked.zone) };
    return usersIn(asked, month).size;
  },
  apps_created: ({ apps, asOf }, { end }) =>
    apps.filter((app) => app.created_at == null || Date.parse(app.created_at) < Math.min(end, asOf)).length,
  apps_available: ({ apps, asOf }, { end }) => {
    const last = Math.min(end, asOf);
    const isOver = ({ available_to: to }: App) => to != null && Date.parse(to) < last;
    return apps.filter((app) => app.available_from != null && Date.parse(app.available_from) < last && !isOver(app))
      .length;
  },
  ad_impressions: (asked, period) => validImpressions(asked, period).length,
  ad_revenue: (asked, period) => amountOf(validImpressions(asked, period)),
};

/** Every metric that is one of the above divided by another. */
export const quotients: Readonly<Record<string, readonly [string, string]>> = {
  avg_duration_per_user: ['stay_duration', 'active_users'],
  avg_duration_per_open: ['stay_duration', 'opens'],
  avg_opens_per_user: ['opens', 'active_users'],
  avg_visit_depth: ['visit_depth_sum', 'opens'],
  bounce_rate: ['bounces', 'entries'],
  pages_per_open: ['open_page_views', 'opens'],
  amount_per_payment: ['payment_amount', 'payments'],
  payments_per_payer: ['payments', 'payers'],
  amount_per_payer: ['payment_amount', 'payers'],
  payment_conversion: ['payments', 'opens'],
  payer_conversion: ['payers', 'active_users'],
  avg_page_duration: ['page_stay', 'page_visits'],
  exit_rate: ['exits', 'page_visits'],
};

/** Every metric that the twin knows. */
export const twinMetrics = [...Object.keys(baseMeasures), ...Object.keys(quotients)];

/** The value of a metric in a period. */
export function measure(metric: string, asked: Asked, period: Period): number | null {
  const quotient = quotients[metric];
  if (!quotient) return baseMeasures[metric]!(asked, period);
  const [above, below] = quotient.map((part) => baseMeasures[part]!(asked, period)) as [number, number];
  return below === 0 ? null : above / below;
}
