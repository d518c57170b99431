import type { CompareQuery, ComparisonKind } from '#contract/api.js';
import { comparison, comparisonRange, type Comparison } from '#time/compare.js';
import type { TimeRange } from '#time/range.js';
import { checkedRange, type RangedSubject } from './question.js';

/** One comparison that a question asks for. */
export interface AskedComparison {
  readonly kind: ComparisonKind;
  /** The range to compare with, whole. */
  readonly range: TimeRange;
  /** The same, where the question gave it itself. */
  readonly custom?: TimeRange;
}

/** The comparisons that a question asks for: the named ones, then its own range. */
export function askedComparisons({ zone, range, now }: RangedSubject, query: CompareQuery): AskedComparison[] {
  const { compare = [], compare_start: start, compare_end: end } = query;
  const asked: AskedComparison[] = compare.map((kind) => ({ kind, range: comparisonRange(zone, range, kind) }));
  if (start === undefined && end === undefined) return asked;
  const custom = checkedRange(zone, { start, end }, now);
  return [...asked, { kind: 'custom', range: custom, custom }];
}

/** The other side of a comparison, up to the same elapsed local time; nothing where there is nothing to compare yet. */
export function previousOf(
  { zone, range, asOf }: RangedSubject,
  { kind, custom }: AskedComparison,
): Comparison['previous'] | undefined {
  return comparison(zone, range, kind, { asOf, custom })?.previous;
}
