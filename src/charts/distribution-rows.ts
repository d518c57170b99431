import type { DistributionBucket, DistributionOf, DistributionReport } from '#contract/api.js';
import { type CountedRow, type RankRow, withBars } from './rank.js';

/** What a distribution counts: users by their opens, else opens. */
export const countedBy = (of: DistributionOf): 'opens' | 'active_users' =>
  of === 'opens_per_user' ? 'active_users' : 'opens';

/** The classes of a distribution as rows of a list, in their order, then the total. */
export function distributionRows({ of, buckets, total }: DistributionReport): RankRow[] {
  const metric = countedBy(of);
  const rows = buckets.map((bucket) => rowOf(bucket, metric));
  const all: CountedRow = {
    ...{ kind: 'total', key: null, label: null, app: undefined, count: buckets.length, before: undefined },
    values: { [metric]: total },
    shares: { [metric]: total ? 1 : null },
  };
  return withBars(rows, all, metric);
}

function rowOf({ from, to, count, share, comparisons }: DistributionBucket, metric: string): CountedRow {
  const before = comparisons?.[0];
  const named = (values: Readonly<Record<string, number | null>>) => ({ [metric]: values['count'] ?? null });
  return {
    ...{ kind: 'row', key: null, label: null, app: undefined, count: 1, span: { from, to } },
    values: { [metric]: count },
    shares: { [metric]: share },
    before: before && { ...before, values: named(before.values), growth: named(before.growth) },
  };
}
