import { describe, expect, it } from 'vitest';
import { rank } from '#charts/rank.js';
import { rankCsv, type RankCsvWords } from '#charts/rank-csv.js';
import { sampleBreakdown, type SampleRow } from './sample-breakdown.js';

const words: RankCsvWords = {
  name: 'Source',
  key: 'Key',
  app: 'App',
  nameOf: ({ kind, key, label, count }) =>
    kind === 'total' ? 'Total' : kind === 'others' ? `${count} others` : (label ?? key ?? 'Not set'),
  value: (metric) => metric,
  share: (metric) => `${metric} share`,
  before: (metric) => `${metric} before`,
  change: (metric) => `${metric} change`,
  amount: (metric, value) => (metric === 'payment_amount' && value !== null ? value / 100 : value),
};
const rows: readonly SampleRow[] = [
  ['2', { opens: 2, active_users: 1 }, undefined, 'Search'],
  [null, { opens: 1, active_users: 1 }],
];

describe('the file of a rank', () => {
  it('holds every row, the others and the total, unrounded, with keys beside names', () => {
    const report = sampleBreakdown(rows, { others: { count: 3, values: { opens: 3, active_users: null } } });
    expect(rankCsv(rank(report, 'opens'), ['opens', 'active_users'], words)).toEqual([
      ['Source', 'Key', 'opens', 'opens share', 'active_users', 'active_users share'],
      ['Search', '2', 2, 2 / 6, 1, 0.5],
      ['Not set', null, 1, 1 / 6, 1, 0.5],
      ['3 others', null, 3, 0.5, null, null],
      ['Total', null, 6, 1, 2, 1],
    ]);
  });

  it('leaves out keys that are the names, and holds what it was compared with', () => {
    const report = sampleBreakdown([['pages/a', { page_visits: 3 }, { page_visits: 4 }]]);
    expect(rankCsv(rank(report, 'page_visits'), ['page_visits'], words)).toEqual([
      ['Source', 'page_visits', 'page_visits share', 'page_visits before', 'page_visits change'],
      ['pages/a', 3, 1, 4, -0.25],
      ['Total', 3, 1, 4, -0.25],
    ]);
  });

  it('names the apps of pages, and writes money in major units', () => {
    const report = sampleBreakdown([['pages/a', { payment_amount: 12_345 }]]);
    const [row] = report.rows;
    const apps = { ...report, rows: [{ ...row!, app: 'city-pass' }] };
    expect(rankCsv(rank(apps, 'payment_amount'), ['payment_amount'], words).slice(0, 2)).toEqual([
      ['Source', 'App', 'payment_amount', 'payment_amount share'],
      ['pages/a', 'city-pass', 123.45, 1],
    ]);
  });
});
