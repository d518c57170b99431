import { describe, expect, it } from 'vitest';
import { trendModel } from '#charts/trend-model.js';
import { trendTable } from '#charts/trend-table.js';
import { plainWriter, previousPeriod, sampleTrend } from './sample-trend.js';

const view = { shown: new Set(['opens']), writer: plainWriter, zeroPrevious: 'null' as const };

describe('trendTable', () => {
  it('has a row a bucket and says which is still running', () => {
    const { columns, rows } = trendTable(trendModel(sampleTrend()), view);
    expect(columns.map(({ id }) => id)).toEqual(['time', 'opens']);
    expect(rows.map(({ bucket, state, cells }) => [bucket, state, cells[0]!.text])).toEqual([
      ['2026-11-17', '', '12400'],
      ['2026-11-18', '', '0'],
      ['2026-11-19', '', '–'],
      ['2026-11-20', '', '14700'],
      ['2026-11-21', '', '16216'],
      ['2026-11-22', 'running', '7112'],
    ]);
  });

  it('compares whole buckets and leaves the change of the running one open', () => {
    const { columns, rows } = trendTable(trendModel(sampleTrend({ comparisons: [previousPeriod] })), view);
    expect(columns.map(({ kind }) => kind)).toEqual(['time', 'value', 'base', 'compared', 'growth']);
    expect(rows.map(({ cells }) => cells.slice(1).map(({ text }) => text))).toEqual([
      ['2026-11-11', '10000', '0.24'],
      ['2026-11-12', '5', '-1.00'],
      ['2026-11-13', '12000', '–'],
      ['2026-11-14', '–', '–'],
      ['2026-11-15', '14742', '0.10'],
      ['2026-11-16', '15000', ''],
    ]);
  });

  it('counts a change from nothing as the profile does', () => {
    const report = sampleTrend({
      series: [{ metric: 'opens', values: [5, 0, 0, 0, 0, 0] }],
      comparisons: [{ ...previousPeriod, series: [{ metric: 'opens', values: [0, 0, 0, 0, 0, 0] }] }],
    });
    const change = (zeroPrevious: 'null' | 'divisor_1'): string =>
      trendTable(trendModel(report), { ...view, zeroPrevious }).rows[0]!.cells[3]!.text;
    expect([change('null'), change('divisor_1')]).toEqual(['–', '5.00']);
  });

  it('lists only the lines that are shown', () => {
    const report = sampleTrend({
      series: [
        { metric: 'opens', values: [1, 1, 1, 1, 1, 1] },
        { metric: 'visits', values: [2, 2, 2, 2, 2, 2] },
      ],
    });
    expect(trendTable(trendModel(report), { ...view, shown: new Set(['visits']) }).columns.map(({ id }) => id)).toEqual(
      ['time', 'visits'],
    );
  });
});
