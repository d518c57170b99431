import type { Meta, SummaryComparison, SummaryMetric, SummaryReport, TrendReport } from '#contract/api.js';

/** `meta` of an answer about yesterday, Sat 21 Nov, asked on Sunday at half past one in Shanghai. */
export function metaOf(over: Partial<Meta> = {}): Meta {
  return {
    scope: 'apps/lantern-tea',
    range: { start: '2026-11-21', end: '2026-11-21' },
    timezone: 'Asia/Shanghai',
    filters: [],
    environment: 'production',
    profile: 'standard',
    data_as_of: '2026-11-22T05:30:00.000Z',
    next_refresh_at: '2026-11-22T06:00:00.000Z',
    freshness: { kind: 'interval', minutes: 30 },
    approximate: false,
    currency: 'CNY',
    ...over,
  };
}

/** The clock that goes with these answers. */
export const now = (): number => Date.parse('2026-11-22T05:31:00Z');

const before = { previous_day: '2026-11-20', last_week: '2026-11-14', last_month: '2026-10-21' } as const;

/** Comparisons with day, week and month. */
export function comparisons(value: number | null, growths: readonly (number | null)[]): SummaryComparison[] {
  return Object.entries(before).flatMap(([kind, day], index): SummaryComparison[] => {
    const growth = growths[index];
    if (growth === undefined) return [];
    const previous = growth === null || value === null ? 0 : Math.round(value / (1 + growth));
    return [
      {
        kind: kind as keyof typeof before,
        current: { range: { start: '2026-11-21', end: '2026-11-21' }, value },
        previous: { range: { start: day, end: day }, value: previous },
        growth,
      },
    ];
  });
}

/** A summary of some metrics; each `[id, value, growths?, state?]`. */
export function summaryOf(
  rows: readonly (readonly [string, number | null, (readonly (number | null)[])?, SummaryMetric['state']?])[],
  meta: Partial<Meta> = {},
): SummaryReport {
  return {
    meta: metaOf(meta),
    metrics: rows.map(([metric, value, growths = [0.1, -0.04, 0], state]) => ({
      metric,
      value,
      ...(state && { state }),
      comparisons: comparisons(value, growths),
    })),
  };
}

/** A trend by day that ends on 21 November. */
export function trendOf(metric: string, values: readonly (number | null)[], meta: Partial<Meta> = {}): TrendReport {
  const day = (index: number) =>
    new Date(Date.UTC(2026, 10, 21 - values.length + 1 + index)).toISOString().slice(0, 10);
  return {
    meta: metaOf({ range: { start: day(0), end: '2026-11-21' }, granularity: 'day', ...meta }),
    buckets: values.map((_, index) => ({ start: day(index), end: day(index), state: 'complete' })),
    series: [{ metric, values: [...values] }],
    comparisons: [],
  };
}
