import type { RowComparison, Values } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { previousOf, type AskedComparison } from './comparisons.js';
import type { GroupValues } from './metric-values.js';
import { onePeriod, type Period } from './period.js';
import type { RangedSubject } from './question.js';

/** The parts of a breakdown that are compared. */
export type Part = 'rows' | 'others' | 'totals';

/** Compares a row of a part of the answer with the same row in the other ranges; nothing where none was asked. */
export type CompareRow = (part: Part, index: number, current: Values) => { comparisons?: RowComparison[] };

/** The parts of a breakdown, counted in a range that it is compared with. */
export interface ComparedPage {
  readonly asked: AskedComparison;
  /** Nothing where the range has nothing to be compared with. */
  readonly parts: Readonly<Record<Part, GroupValues>> | undefined;
}

/** The period in which the rows of a breakdown are counted to be compared; nothing where there is no data yet. */
export function comparedPeriod(question: RangedSubject, asked: AskedComparison): Period | undefined {
  const previous = previousOf(question, asked);
  return previous && onePeriod(question.zone, previous.range, previous.counted);
}

/** Sets rows side by side with the same rows in other ranges. */
export function rowComparer(
  { profile }: RangedSubject,
  metrics: readonly string[],
  pages: readonly ComparedPage[],
): CompareRow {
  if (pages.length === 0) return () => ({});
  const rate = (current: Values, values: Values) => (metric: string) =>
    [metric, growth(current[metric] ?? null, values[metric] ?? null, profile.growth.zero_previous)] as const;
  return (part, index, current) => ({
    comparisons: pages.map(({ asked: { kind, range }, parts }): RowComparison => {
      const valueOf = (metric: string) => [metric, parts?.[part].valueOf(metric, index) ?? null] as const;
      const values: Values = Object.fromEntries(metrics.map(valueOf));
      return { kind, range: range.label, values, growth: Object.fromEntries(metrics.map(rate(current, values))) };
    }),
  });
}
