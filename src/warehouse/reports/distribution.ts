import type { DistributionBucket, DistributionOf, DistributionQuery, DistributionReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { comparison } from '#time/compare.js';
import type { Interval } from '#time/range.js';
import { factsOf } from '../plan/facts.js';
import { periodsOf } from '../plan/periods.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { sql, type Sql } from '../sql.js';
import { askedComparisons } from './asked-comparisons.js';

/**
 * How many opens lie in each class of stay (whole seconds, rounded down) or depth (distinct pages), or how many users in
 * each class of opens; upper bounds are included. Opens count where they start in the range.
 */
export async function distribution(asked: Asked<DistributionQuery>): Promise<DistributionReport> {
  const question = await resolveRanged(asked);
  const { range, zone, asOf, meta, profile } = question;
  const { of } = asked.query;
  const counts = range.start < asOf ? await countOpens(question, of, range) : null;
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? null;
  const compared: { kind: AskedKind; range: typeof range.label; counts: number[] | null }[] = [];
  for (const { kind, range: whole, custom } of askedComparisons(question, asked.query)) {
    const previous = comparison(zone, range, kind, { asOf, custom })?.previous.counted;
    compared.push({ kind, range: whole.label, counts: previous ? await countOpens(question, of, previous) : null });
  }
  const buckets = classesOf[of].map(({ from, to }, index): DistributionBucket => {
    const count = counts?.[index] ?? null;
    const comparisons = compared.map(({ kind, range: label, counts: before }) => {
      const value = before?.[index] ?? null;
      const rate = growth(count, value, profile.growth.zero_previous);
      return { kind, range: label, values: { count: value }, growth: { count: rate } };
    });
    const share = count === null || !total ? null : count / total;
    return { from, to, count, share, ...(compared.length > 0 ? { comparisons } : {}) };
  });
  // An open without a page view is rare, and a class for it is only in the way where there is none.
  return { meta, of, buckets: buckets.filter(({ from, to, count }) => from > 0 || to !== 0 || count), total };
}

type AskedKind = ReturnType<typeof askedComparisons>[number]['kind'];

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

/** How many opens (or users) have each value. */
const frequencies: Readonly<Record<DistributionOf, (facts: Sql) => Sql>> = {
  visit_duration: (facts) =>
    sql`select floor(stay_ms / 1000) as value, count(*) as count from ${facts} f group by value`,
  visit_depth: (facts) => sql`select depth as value, count(*) as count from ${facts} f group by value`,
  opens_per_user: (facts) => sql`
    select value, count(*) as count from (select count(*) as value from ${facts} f group by person) group by value`,
};

async function countOpens(question: RangedQuestion, of: DistributionOf, { start, end }: Interval): Promise<number[]> {
  const periods = periodsOf([{ start, end, before: { start, end } }], question.asOf);
  const counts = classesOf[of].map(() => 0);
  if (periods.count === 0) return counts;
  const facts = await factsOf(question, 'opens', { periods, span: 'within', grouping: null });
  for (const { value, count } of await question.reading.rows(frequencies[of](facts))) {
    const place = classesOf[of].findIndex(({ to }) => to === null || (value as number) <= to);
    counts[place]! += count as number;
  }
  return counts;
}
