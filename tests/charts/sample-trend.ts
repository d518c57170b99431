import type { Bucket, TrendReport } from '#contract/api.js';
import type { DifferenceInk } from '#charts/difference-plot.js';
import type { TrendWriter } from '#charts/trend-writer.js';

/** Six days of opens and visits to Sunday 22 November 2026, which runs until 13:30 in Shanghai. */
export function sampleTrend(changes: Partial<TrendReport> = {}): TrendReport {
  return {
    meta: {
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
    },
    buckets: days('2026-11-17', 6, { 5: 'running' }),
    series: [{ metric: 'opens', values: [12_400, 0, null, 14_700, 16_216, 7112] }],
    comparisons: [],
    ...changes,
  };
}

/** The six days before, all whole. */
export const previousPeriod = {
  kind: 'previous_period' as const,
  range: { start: '2026-11-11', end: '2026-11-16' },
  buckets: days('2026-11-11', 6),
  series: [{ metric: 'opens', values: [10_000, 5, 12_000, null, 14_742, 15_000] }],
};

export function days(first: string, count: number, states: Record<number, Bucket['state']> = {}): Bucket[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10);
    return { start: day, end: day, state: states[i] ?? 'complete' };
  });
}

/** Says everything in the plainest words, so that a test reads what was asked and not how it is formatted. */
export const plainWriter: TrendWriter = {
  name: (line) => line.label ?? line.id,
  value: (_, value) => (value === null ? '–' : String(value)),
  valueTick: (_, value) => String(value),
  timeTick: ({ month, day }) => `${month}-${day}`,
  bucket: ({ start }) => start,
  soFar: () => 'so far',
  state: ({ state }) => (state === 'complete' ? '' : state),
  range: ({ start, end }) => `${start} – ${end}`,
  growth: (_, growth) =>
    growth === null
      ? { text: '–', direction: 'none', isGood: undefined }
      : { text: growth.toFixed(2), direction: growth > 0 ? 'up' : growth < 0 ? 'down' : 'flat', isGood: growth > 0 },
};

export const plainInk: DifferenceInk = {
  surface: '#ffffff',
  text: '#111111',
  muted: '#555555',
  hairline: '#eeeeee',
  line: '#cccccc',
  crosshair: '#aaaaaa',
  band: 'rgba(0, 0, 0, 0.04)',
  font: 'sans-serif',
  fontSize: 12,
  good: '#007700',
  bad: '#770000',
  graph: '#2c4fa9',
  compare: '#5c7abc',
  series: ['#100000', '#200000', '#300000', '#400000', '#500000', '#600000', '#700000', '#800000'],
  other: '#777777',
};

export const measure = (text: string): number => text.length * 7;
