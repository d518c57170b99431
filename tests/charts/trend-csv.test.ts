import { describe, expect, it } from 'vitest';
import { trendCsv, type TrendCsvWords } from '#charts/trend-csv.js';
import { trendModel } from '#charts/trend-model.js';
import { previousPeriod, sampleTrend } from './sample-trend.js';

const words: TrendCsvWords = {
  start: 'Start',
  end: 'End',
  state: 'State',
  name: (id) => id,
  comparedStart: 'Compared start',
  comparedEnd: 'Compared end',
  compared: (id) => `${id} before`,
  growth: (id) => `${id} change`,
  amount: (metric, value) => (value !== null && metric === 'payment_amount' ? value / 100 : value),
};

describe('trendCsv', () => {
  it('holds the values as they were counted, and an empty cell for none', () => {
    const report = sampleTrend({ series: [{ metric: 'exit_rate', values: [1 / 3, 0, null, 0.1, 0.2, 0.3] }] });
    expect(trendCsv(trendModel(report), words, 'null').slice(0, 4)).toEqual([
      ['Start', 'End', 'State', 'exit_rate'],
      ['2026-11-17', '2026-11-17', 'complete', 1 / 3],
      ['2026-11-18', '2026-11-18', 'complete', 0],
      ['2026-11-19', '2026-11-19', 'complete', null],
    ]);
  });

  it('writes money in the unit that its head names', () => {
    const report = sampleTrend({ series: [{ metric: 'payment_amount', values: [12_345, 0, null, 1, 2, 3] }] });
    expect(trendCsv(trendModel(report), words, 'null').map((row) => row[3])).toEqual([
      ...['payment_amount', 123.45, 0, null, 0.01, 0.02, 0.03],
    ]);
  });

  it('adds the bucket compared with, its value and the unrounded change', () => {
    const rows = trendCsv(trendModel(sampleTrend({ comparisons: [previousPeriod] })), words, 'null');
    expect(rows[0]!.slice(3)).toEqual(['opens', 'Compared start', 'Compared end', 'opens before', 'opens change']);
    expect(rows[5]!.slice(3)).toEqual([16_216, '2026-11-15', '2026-11-15', 14_742, (16_216 - 14_742) / 14_742]);
    expect(rows[6]!.slice(2)).toEqual(['running', 7112, '2026-11-16', '2026-11-16', 15_000, null]);
  });
});
