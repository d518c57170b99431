import { describe, expect, it } from 'vitest';
import { detailColumns, detailRows, detailTotals, sortedDetail, usualDetailOrder } from '#charts/detail-table.js';
import { trendModel } from '#charts/trend-model.js';
import { previousPeriod, sampleTrend } from './sample-trend.js';

const compared = trendModel(sampleTrend({ comparisons: [previousPeriod] }));

describe('a table of details', () => {
  it('has a column a metric, and with a comparison the value before and the change', () => {
    expect(detailColumns(trendModel(sampleTrend())).map(({ id }) => id)).toEqual(['opens']);
    expect(detailColumns(compared).map(({ id }) => id)).toEqual(['opens', 'opens.previous', 'opens.change']);
  });

  it('has a row a bucket, and no change where either bucket is not whole', () => {
    const rows = detailRows(compared, 'null');
    expect(rows.map(({ values }) => values.get('opens'))).toEqual([12_400, 0, null, 14_700, 16_216, 7112]);
    expect(rows.map(({ values }) => values.get('opens.previous'))).toEqual([10_000, 5, 12_000, null, 14_742, 15_000]);
    expect(rows.map(({ values }) => values.get('opens.change')?.toFixed(2))).toEqual([
      '0.24',
      '-1.00',
      undefined,
      undefined,
      '0.10',
      undefined,
    ]);
  });

  it('puts missing values last whichever way it is sorted, and ties in time', () => {
    const rows = detailRows(trendModel(sampleTrend()), 'null');
    const order = (by: string): number[] => sortedDetail(rows, by).map(({ index }) => index);
    expect(order('-opens')).toEqual([4, 3, 0, 5, 1, 2]);
    expect(order('opens')).toEqual([1, 5, 0, 3, 4, 2]);
    expect(order('-time')).toEqual([5, 4, 3, 2, 1, 0]);
    const level = detailRows(
      trendModel(sampleTrend({ series: [{ metric: 'opens', values: [1, 1, 1, 1, 1, 1] }] })),
      'null',
    );
    expect(sortedDetail(level, '-opens').map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('shows the newest first, and the hours of one day as they come', () => {
    const { meta } = sampleTrend();
    const day = { ...meta, range: { start: '2026-11-21', end: '2026-11-21' }, granularity: 'hour' as const };
    expect(usualDetailOrder(trendModel(sampleTrend()))).toBe('-time');
    expect(usualDetailOrder(trendModel(sampleTrend({ meta: day })))).toBe('time');
  });

  it('takes what holds for the whole range from the report over it, never from the rows', () => {
    const range = { start: '2026-11-17', end: '2026-11-22' };
    const comparison = (kind: 'last_week' | 'previous_period', previous: number, growth: number) => ({
      kind,
      current: { range, value: 40_000 },
      previous: { range, value: previous },
      growth,
    });
    const totals = detailTotals(
      [
        {
          metric: 'active_users',
          value: 40_000,
          comparisons: [comparison('last_week', 10_000, 3), comparison('previous_period', 32_000, 0.25)],
        },
      ],
      'previous_period',
    );
    expect([...totals]).toEqual([
      ['active_users', 40_000],
      ['active_users.previous', 32_000],
      ['active_users.change', 0.25],
    ]);
    expect(detailTotals([{ metric: 'mau', value: null, comparisons: [] }], undefined).get('mau')).toBeNull();
  });
});
