import { describe, expect, it } from 'vitest';
import type { SummaryReport, TrendReport } from '#contract/api.js';
import { overviewRows } from '#charts/overview.js';
import { overviewCsv } from '#charts/overview-csv.js';

const day = '2026-11-21';
const summary = {
  metrics: [
    {
      metric: 'opens',
      value: 30,
      comparisons: [
        {
          kind: 'previous_day',
          current: { range: { start: day, end: day }, value: 30 },
          previous: { range: { start: '2026-11-20', end: '2026-11-20' }, value: 7 },
          growth: 23 / 7,
        },
      ],
    },
    { metric: 'visits', value: null, comparisons: [] },
  ],
} as unknown as SummaryReport;

const history = (values: (number | null)[], last = 'complete'): TrendReport =>
  ({
    series: [{ metric: 'opens', values }],
    buckets: values.map((_, index) => ({ state: index === values.length - 1 ? last : 'complete' })),
  }) as unknown as TrendReport;

describe('the rows of an overview', () => {
  it('say where the value lies between the lowest and the highest day', () => {
    expect(overviewRows(summary, history([10, 50, 30]))[0]?.lowHigh).toEqual({ low: 10, high: 50, at: 0.5 });
  });

  it('do not take a day that is not over for the lowest', () => {
    expect(overviewRows(summary, history([20, 40, 1], 'running'))[0]?.lowHigh).toEqual({ low: 20, high: 40, at: 0.5 });
  });

  it('hold a value beyond all days to their ends', () => {
    expect(overviewRows(summary, history([10, 20, null]))[0]?.lowHigh?.at).toBe(1);
  });

  it('stand half-way where all days are one', () => {
    expect(overviewRows(summary, history([30, 30]))[0]?.lowHigh?.at).toBe(0.5);
  });

  it('have no mark without a value or without a history', () => {
    expect(overviewRows(summary, history([10, 50]))[1]?.lowHigh).toBeUndefined();
    expect(overviewRows(summary, undefined)[0]?.lowHigh).toBeUndefined();
  });

  it('come in the order of the host, without what the answer lacks', () => {
    const rows = overviewRows(summary, undefined, ['shares', 'visits', 'opens']);
    expect(rows.map(({ metric }) => metric.metric)).toEqual(['visits', 'opens']);
  });
});

it('a file of an overview has every value unrounded, with what it is compared with', () => {
  const words = {
    metric: 'Metric',
    value: 'Value',
    start: 'Start',
    end: 'End',
    low: 'Low',
    high: 'High',
    name: (id: string) => id.toUpperCase(),
    before: () => 'Before',
    growth: () => 'Growth',
  };
  const rows = overviewRows(summary, history([10, 50, 30]));
  expect(overviewCsv(rows, { start: day, end: day }, ['previous_day'], words)).toEqual([
    ['Metric', 'Start', 'End', 'Value', 'Start', 'End', 'Before', 'Growth', 'Low', 'High'],
    ['OPENS', day, day, 30, '2026-11-20', '2026-11-20', 7, 23 / 7, 10, 50],
    ['VISITS', day, day, null, null, null, null, null, null, null],
  ]);
});
