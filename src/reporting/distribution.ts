import type { DistributionBucket, DistributionOf, DistributionReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { AskedComparison } from './comparisons.js';
import type { RangedSubject } from './question.js';

/** A class of values; both ends are in it. */
interface Class {
  readonly from: number;
  readonly to: number | null;
}

const classesOf: Readonly<Record<DistributionOf, readonly Class[]>> = {
  visit_duration: classesUpTo(0, [2, 5, 10, 20, 30, 50, 100]),
  visit_depth: classesUpTo(0, [0, 1, 2, 3, 4, 5, 10]),
  opens_per_user: classesUpTo(1, [1, 2, 4, 6, 14, 30]),
};

function classesUpTo(first: number, ends: readonly number[]): readonly Class[] {
  const starts = [first, ...ends.map((end) => end + 1)];
  return starts.map((from, index) => ({ from, to: ends[index] ?? null }));
}

/** How many values lie in each class. */
export class ClassCounts {
  readonly counts: Float64Array;
  readonly #ends: readonly number[];

  constructor(of: DistributionOf) {
    this.#ends = classesOf[of].map(({ to }) => to ?? Infinity);
    this.counts = new Float64Array(this.#ends.length);
  }

  /** Counts a value, or several that are equal. */
  add(value: number, times = 1): void {
    const ends = this.#ends;
    let index = 0;
    while (value > ends[index]!) index++;
    this.counts[index]! += times;
  }
}

/** A range that a distribution is compared with, and its counts; `null` where there is nothing to compare yet. */
export interface ComparedCounts {
  readonly asked: AskedComparison;
  readonly counts: ArrayLike<number> | null;
}

/** The answer: each class with its share of all and its comparisons. */
export function distributionReport(
  { meta, profile }: RangedSubject,
  of: DistributionOf,
  counts: Float64Array | null,
  compared: readonly ComparedCounts[],
): DistributionReport {
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? null;
  const buckets = classesOf[of].map(({ from, to }, index): DistributionBucket => {
    const count = counts?.[index] ?? null;
    const comparisons = compared.map(({ asked: { kind, range }, counts: before }) => {
      const value = before?.[index] ?? null;
      const rate = growth(count, value, profile.growth.zero_previous);
      return { kind, range: range.label, values: { count: value }, growth: { count: rate } };
    });
    const share = count === null || !total ? null : count / total;
    return { from, to, count, share, ...(compared.length > 0 ? { comparisons } : {}) };
  });
  // An open without a page view is rare, and a class for it is only in the way where there is none.
  return { meta, of, buckets: buckets.filter(({ from, to, count }) => from > 0 || to !== 0 || count), total };
}
