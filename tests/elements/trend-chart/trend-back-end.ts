import type { Bucket, Catalog, Meta, SummaryQuery, SummaryReport, TrendQuery, TrendReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';

/** Six days to Sunday 22 November 2026, which runs until 13:30 in Shanghai. */
export const meta: Meta = {
  scope: 'apps/lantern-tea',
  range: { start: '2026-11-17', end: '2026-11-22' },
  timezone: 'Asia/Shanghai',
  granularity: 'day',
  filters: [],
  environment: 'production',
  profile: 'standard',
  data_as_of: '2026-11-22T05:30:00Z',
  next_refresh_at: '2026-11-22T06:00:00Z',
  freshness: { kind: 'interval', minutes: 30 },
  approximate: false,
  currency: null,
};

/** The clock of the tests: ten minutes after the data. */
export const now = (): number => Date.parse('2026-11-22T05:40:00Z');

export function days(first: string, count: number, states: Record<number, Bucket['state']> = {}): Bucket[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10);
    return { start: day, end: day, state: states[i] ?? 'complete' };
  });
}

const figures: Record<string, number[]> = {
  opens: [12_400, 13_000, 12_800, 14_700, 16_216, 7112],
  visits: [40_000, 41_000, 42_000, 47_000, 53_719, 20_000],
  exit_rate: [0.31, 0.3, 0.3, 0.29, 0.3019, 0.31],
};

/** A trend of these metrics, compared with the six days before where that is asked. */
export function trendOf(
  query: Pick<TrendQuery, 'metrics' | 'compare'>,
  changes: Partial<TrendReport> = {},
): TrendReport {
  const series = query.metrics.map((metric) => ({ metric, values: figures[metric] ?? [1, 2, 3, 4, 5, 6] }));
  return {
    meta,
    buckets: days('2026-11-17', 6, { 5: 'running' }),
    series,
    comparisons: (query.compare ?? []).map((kind) => ({
      kind,
      range: { start: '2026-11-11', end: '2026-11-16' },
      buckets: days('2026-11-11', 6),
      series: series.map(({ metric, values }) => ({ metric, values: values.map((value) => value / 2) })),
    })),
    ...changes,
  };
}

export function summaryOf({ metrics, compare = [] }: Pick<SummaryQuery, 'metrics' | 'compare'>): SummaryReport {
  return {
    meta,
    metrics: metrics.map((metric) => ({
      metric,
      value: metric === 'exit_rate' ? 0.3019 : 415_859,
      comparisons: compare.map((kind) => ({
        kind,
        current: { range: { start: '2026-11-17', end: '2026-11-22' }, value: 415_859 },
        previous: { range: { start: '2026-11-11', end: '2026-11-16' }, value: 380_466 },
        growth: 0.093,
      })),
    })),
  };
}

interface Answers {
  trend?: (query: TrendQuery) => TrendReport | Promise<TrendReport>;
  summary?: (query: SummaryQuery) => SummaryReport | Promise<SummaryReport>;
  catalog?: Catalog;
}

/** A client that answers from functions and remembers what it was asked. */
export function trendClient({
  trend = trendOf,
  summary = summaryOf,
  catalog = catalogOf({ reports: ['summary', 'trend'] }),
}: Answers = {}) {
  const asked: { report: 'trend' | 'summary'; scope: string; refresh: boolean; query: TrendQuery | SummaryQuery }[] =
    [];
  const client = {
    catalog: () => Promise.resolve(catalog),
    trend: async (scope: string, query: TrendQuery, { refresh = false }: { refresh?: boolean } = {}) => {
      asked.push({ report: 'trend', scope, refresh, query });
      return Promise.resolve(trend(query));
    },
    summary: async (scope: string, query: SummaryQuery, { refresh = false }: { refresh?: boolean } = {}) => {
      asked.push({ report: 'summary', scope, refresh, query });
      return Promise.resolve(summary(query));
    },
  } as unknown as Client;
  return { client, asked };
}
