import type { BreakdownQuery, BreakdownReport, Bucket, Meta, RangeQuery } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { RequestError } from '#client/request-error.js';
import { meta, summaryOf, trendClient, trendOf } from '../trend-chart/trend-back-end.js';

const minute = 60_000;

/** A clock that stands until it is told to go on, and the one timer that waits for it. */
export class Clock {
  time = Date.parse('2026-11-22T05:30:20Z');
  waiting: { readonly callback: () => void; readonly at: number } | undefined;

  readonly now = (): number => this.time;

  readonly setTimeout = (callback: () => void, ms: number): unknown =>
    (this.waiting = { callback, at: this.time + ms });

  readonly clearTimeout = (timer: unknown): void => {
    if (this.waiting === timer) this.waiting = undefined;
  };

  /** Goes to the moment that is waited for. */
  ring(): void {
    const { callback, at } = this.waiting!;
    this.waiting = undefined;
    this.time = at;
    callback();
  }
}

export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The minutes of a range, as they stand at a moment. */
export function minutesOf({ start, end }: RangeQuery, now: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = Date.parse(start!); at < Date.parse(end!); at += minute) {
    const state = at + minute <= now ? 'complete' : at <= now ? 'running' : 'future';
    buckets.push({ start: iso(at), end: iso(at + minute), state });
  }
  return buckets;
}

/** Two pages, visits without a page, and the rest. */
export function pagesOf(of: Meta): BreakdownReport {
  const row = (key: string | null, visits: number, share: number) => ({
    ...{ key, label: key, values: { page_visits: visits, page_visitors: visits / 2 }, shares: { page_visits: share } },
  });
  return {
    meta: of,
    rows: [row('pages/home/index', 60, 0.6), row('pages/menu/index', 30, 0.3), row(null, 2, 0.02)],
    others: { row_count: 4, values: { page_visits: 8, page_visitors: 4 }, shares: { page_visits: 0.08 } },
    totals: { values: {}, shares: {} },
    row_count: 7,
    next_cursor: null,
  } as unknown as BreakdownReport;
}

/** A back end that is always up to now. */
export function liveClient(clock: Clock, answers: { fails?: () => RequestError | undefined; next?: null } = {}) {
  const metaOf = ({ start, end }: RangeQuery): Meta => ({
    ...meta,
    range: { start: start!, end: end! },
    granularity: 'minute',
    data_as_of: iso(clock.time),
    next_refresh_at: answers.next === null ? null : iso(Math.floor(clock.time / minute) * minute + minute),
    freshness: { kind: 'live' },
  });
  const { client, asked } = trendClient({
    trend: (query) => {
      const fault = answers.fails?.();
      if (fault) return Promise.reject(fault);
      const buckets = minutesOf(query, clock.time);
      const series = query.metrics.map((metric, m) => ({
        metric,
        values: buckets.map(({ state }, i) => (state === 'future' ? null : (i % 7) + m)),
      }));
      return trendOf({ metrics: [] }, { meta: metaOf(query), buckets, series });
    },
    summary: (query) => ({ ...summaryOf({ metrics: query.metrics }), meta: metaOf(query) }),
  });
  const lists: BreakdownQuery[] = [];
  const whole = Object.assign(client, {
    breakdown: async (_: string, query: BreakdownQuery) => {
      lists.push(query);
      return Promise.resolve(pagesOf(metaOf(query)));
    },
  }) as Client;
  return { client: whole, asked, lists };
}
