import { describe, expect, it } from 'vitest';
import { cutTrend } from '#charts/cut-trend.js';
import { days, previousPeriod, sampleTrend } from './sample-trend.js';

const stretch = { start: '2026-11-18', end: '2026-11-20' };

describe('a stretch of a trend', () => {
  it('has the buckets and values from its start to its end, and that range', () => {
    const cut = cutTrend(sampleTrend(), stretch);
    expect(cut?.from).toBe(1);
    expect(cut?.report.buckets).toEqual(days('2026-11-18', 3));
    expect(cut?.report.series).toEqual([{ metric: 'opens', values: [0, null, 14_700] }]);
    expect(cut?.report.meta.range).toEqual(stretch);
  });

  it('is compared with the same buckets as before', () => {
    const [base] = cutTrend(sampleTrend({ comparisons: [previousPeriod] }), stretch)!.report.comparisons;
    expect(base).toEqual({
      kind: 'previous_period',
      range: { start: '2026-11-12', end: '2026-11-14' },
      buckets: days('2026-11-12', 3),
      series: [{ metric: 'opens', values: [5, 12_000, null] }],
    });
  });

  it('is compared with nothing where the earlier period was shorter, and keeps its name', () => {
    const short = { ...previousPeriod, buckets: days('2026-11-11', 1), series: [{ metric: 'opens', values: [7] }] };
    const [base] = cutTrend(sampleTrend({ comparisons: [short] }), stretch)!.report.comparisons;
    expect(base).toMatchObject({ range: previousPeriod.range, buckets: [], series: [{ values: [] }] });
  });

  it('has the row of others', () => {
    const others = { row_count: 3, series: [{ metric: 'opens', values: [1, 2, 3, 4, 5, 6] }] };
    const cut = cutTrend(sampleTrend({ others }), stretch);
    expect(cut?.report.others).toEqual({ row_count: 3, series: [{ metric: 'opens', values: [2, 3, 4] }] });
  });

  it('of instants ends where its last bucket does', () => {
    const buckets = [0, 1, 2, 3].map((hour) => ({
      start: `2026-11-22T0${hour}:00:00Z`,
      end: `2026-11-22T0${hour + 1}:00:00Z`,
      state: 'complete' as const,
    }));
    const report = sampleTrend({ buckets, series: [{ metric: 'opens', values: [1, 2, 3, 4] }] });
    const cut = cutTrend(report, { start: '2026-11-22T01:00:00Z', end: '2026-11-22T03:00:00Z' });
    expect(cut?.report.series[0]?.values).toEqual([2, 3]);
  });

  it('is as long as what is left of it', () => {
    expect(cutTrend(sampleTrend(), { start: '2026-11-10', end: '2026-11-18' })?.report.buckets).toHaveLength(2);
  });

  it('is none where fewer than two buckets are left', () => {
    expect(cutTrend(sampleTrend(), { start: '2026-11-10', end: '2026-11-17' })).toBe(undefined);
    expect(cutTrend(sampleTrend(), { start: '2026-12-01', end: '2026-12-09' })).toBe(undefined);
    expect(cutTrend(sampleTrend(), { start: '2026-10-01', end: '2026-10-09' })).toBe(undefined);
  });
});
