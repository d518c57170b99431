import { expect, it } from 'vitest';
import type { DistributionReport } from '#contract/api.js';
import { distributionRows } from '#charts/distribution-rows.js';
import { sampleBreakdown } from './sample-breakdown.js';

const { meta } = sampleBreakdown([]);
const range = { start: '2026-09-24', end: '2026-10-23' };
const report: DistributionReport = {
  meta,
  of: 'opens_per_user',
  buckets: [
    {
      ...{ from: 1, to: 1, count: 30, share: 0.75 },
      comparisons: [{ kind: 'previous_period', range, values: { count: 60 }, growth: { count: -0.5 } }],
    },
    { from: 31, to: null, count: 10, share: 0.25 },
  ],
  total: 40,
};

it('classes keep their order, and users are counted by frequency', () => {
  const rows = distributionRows(report);
  expect(rows.map(({ kind, span, values, shares }) => [kind, span, values, shares])).toEqual([
    ['row', { from: 1, to: 1 }, { active_users: 30 }, { active_users: 0.75 }],
    ['row', { from: 31, to: null }, { active_users: 10 }, { active_users: 0.25 }],
    ['total', undefined, { active_users: 40 }, { active_users: 1 }],
  ]);
});

it('columns are measured against the highest, before too', () => {
  const rows = distributionRows(report);
  expect(rows.map(({ length, lengthBefore }) => [length, lengthBefore])).toEqual([
    [0.5, 1],
    [10 / 60, null],
    [null, null],
  ]);
  expect(rows[0]?.before?.growth).toEqual({ active_users: -0.5 });
});

it('stay and depth count opens, and nothing has no share', () => {
  const empty = { ...report, of: 'visit_depth' as const, buckets: [], total: 0 };
  expect(distributionRows(empty)).toMatchObject([{ values: { opens: 0 }, shares: { opens: null } }]);
});
