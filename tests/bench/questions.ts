import type { Engine } from '#engine/index.js';
import { funnelSteps } from './generate.js';

/** Rows of plain values: what every engine's answer is brought to, so that they can be compared. */
export type Answer = readonly (readonly (string | number | null)[])[];

/** What answers the questions: the reports, or a back end that keeps events somewhere. */
export type Reports = Pick<
  Engine,
  'summary' | 'trend' | 'breakdown' | 'distribution' | 'retention' | 'funnel' | 'event'
>;

/** One of the ten questions. */
export interface Question {
  readonly name: string;
  /** What the project wants to reach: how many times faster than DuckDB-WASM, at one and at ten million events. */
  readonly wanted: readonly [number, number];
  /** Milliseconds that a loop written by hand for this question took over one million events when that was settled. */
  readonly byHand: number;
  ask(reports: Reports): Promise<Answer>;
}

const scope = 'apps/default';
const base = { timezone: 'UTC', profile: 'standard' } as const;
/** The last 30 of the 90 days. */
export const month = { start: '2026-03-02', end: '2026-03-31' } as const;
const whole = { start: '2026-01-01', end: '2026-03-31' } as const;
/** A week inside them. */
export const week = { start: '2026-03-09', end: '2026-03-15' } as const;
/** Thirty days whose users have seven more to come back in. */
export const cohorts = { start: '2026-02-01', end: '2026-03-02' } as const;

const pageMetrics = ['page_visits', 'page_visitors', 'entries', 'exits'];

async function dailyUsers(reports: Reports, more: object): Promise<Answer> {
  const query = { ...base, ...whole, metrics: ['active_users'], granularity: 'day' as const, ...more };
  const { buckets, series } = await reports.trend(scope, query);
  return buckets.map(({ start }, index) => [start, series[0]!.values[index]!]);
}

/** The ten questions, in the order in which they are printed. */
export const questions: readonly Question[] = [
  { name: '1 daily active users, 90 days', wanted: [12, 12], byHand: 1.2, ask: (reports) => dailyUsers(reports, {}) },
  {
    name: '2 summary of 30 days with new users',
    wanted: [10, 9],
    byHand: 2.7,
    ask: async (reports) => {
      const metrics = ['active_users', 'new_users', 'opens', 'visits'];
      const report = await reports.summary(scope, { ...base, ...month, metrics });
      return [report.metrics.map(({ value }) => value)];
    },
  },
  {
    name: '3 new-user retention, 30 cohorts × 7',
    wanted: [30, 30],
    byHand: 0.5,
    ask: async (reports) => {
      const offsets = [1, 2, 3, 4, 5, 6, 7];
      const report = await reports.retention(scope, {
        ...base,
        ...cohorts,
        cohort: 'new_users',
        granularity: 'day',
        offsets,
      });
      return report.cohorts.map(({ start, size, retained }) => [start, size, ...retained]);
    },
  },
  {
    name: '4 page table with entries and exits, 30 days',
    wanted: [30, 30],
    byHand: 3.4,
    ask: async (reports) => {
      const query = { ...base, ...month, dimension: 'page_path', metrics: pageMetrics, limit: 1000 };
      const { rows } = await reports.breakdown(scope, query);
      return byKey(rows.map(({ key, values }) => [key, ...pageMetrics.map((metric) => values[metric]!)]));
    },
  },
  {
    name: '5 top 12 sources, 30 days',
    wanted: [5, 4],
    byHand: 0.9,
    ask: async (reports) => {
      const query = { ...base, ...month, dimension: 'source', metrics: ['opens'], limit: 12 };
      const { rows } = await reports.breakdown(scope, query);
      return rows.map(({ key, values }) => [key, values['opens']!]);
    },
  },
  {
    name: '6 funnel of 5 steps within 24 h, 30 days',
    wanted: [20, 18],
    byHand: 3.3,
    ask: async (reports) => {
      const steps = funnelSteps.map((event) => ({ event }));
      const report = await reports.funnel(scope, { ...base, ...month, steps, window_seconds: 86_400 });
      return report.steps.map(({ event, users }) => [event, users]);
    },
  },
  {
    name: '7 as 1 for Android only',
    wanted: [7, 7],
    byHand: 1.6,
    ask: (reports) => dailyUsers(reports, { filters: [{ field: 'os_name', operator: 'eq', values: ['Android'] }] }),
  },
  {
    name: '8 hourly page views of 7 days',
    wanted: [6, 3],
    byHand: 0.5,
    ask: async (reports) => {
      const query = { ...base, ...week, metrics: ['visits'], granularity: 'hour' as const };
      const { buckets, series } = await reports.trend(scope, query);
      const hours = buckets.map(({ start }, index) => [start, series[0]!.values[index]!] as const);
      // SQL has no rows for hours in which nothing happened.
      return hours.filter(([, views]) => views > 0);
    },
  },
  {
    name: '9 purchases by region: total, users, per user',
    wanted: [5, 5],
    byHand: 1,
    ask: async (reports) => {
      const measures = ['total', 'users', 'per_user'] as const;
      const query = {
        ...base,
        ...whole,
        event: 'pay',
        group_by: ['province'],
        granularity: 'all' as const,
        limit: 1000,
      };
      const answers = await Promise.all(
        measures.map((measure) => reports.event(scope, { ...query, measure, order: '-value' })),
      );
      const regions = answers.map(({ totals }) => new Map(totals.map(({ key, value }) => [key[0] as string, value])));
      return byKey([...regions[0]!.keys()].map((region) => [region, ...regions.map((values) => values.get(region)!)]));
    },
  },
  {
    name: '10 depth distribution, 30 days',
    wanted: [35, 35],
    byHand: 2.5,
    ask: async (reports) => {
      const { buckets } = await reports.distribution(scope, { ...base, ...month, of: 'visit_depth' });
      return buckets.filter(({ count }) => count! > 0).map(({ from, count }) => [from, count]);
    },
  },
];

/** Rows in order of their first cell. */
export function byKey(rows: (string | number | null)[][]): Answer {
  return rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
