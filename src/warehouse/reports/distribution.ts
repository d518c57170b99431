import type { DistributionOf, DistributionQuery, DistributionReport } from '#contract/api.js';
import { askedComparisons, previousOf } from '#reporting/comparisons.js';
import { ClassCounts, distributionReport, type ComparedCounts } from '#reporting/distribution.js';
import type { Interval } from '#time/range.js';
import { factsOf } from '../plan/facts.js';
import { periodsOf } from '../plan/periods.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { sql, type Sql } from '../sql.js';

/**
 * How many opens lie in each class of stay (whole seconds, rounded down) or depth (distinct pages), or how many users in
 * each class of opens; upper bounds are included. Opens count where they start in the range.
 */
export async function distribution(asked: Asked<DistributionQuery>): Promise<DistributionReport> {
  const question = await resolveRanged(asked);
  const { range, asOf } = question;
  const { of } = asked.query;
  const counts = range.start < asOf ? await countOpens(question, of, range) : null;
  const compared: ComparedCounts[] = [];
  for (const one of askedComparisons(question, asked.query)) {
    const previous = previousOf(question, one);
    compared.push({ asked: one, counts: previous ? await countOpens(question, of, previous.counted) : null });
  }
  return distributionReport(question, of, counts, compared);
}

/** How many opens (or users) have each value. */
const frequencies: Readonly<Record<DistributionOf, (facts: Sql) => Sql>> = {
  visit_duration: (facts) =>
    sql`select floor(stay_ms / 1000) as value, count(*) as count from ${facts} f group by value`,
  visit_depth: (facts) => sql`select depth as value, count(*) as count from ${facts} f group by value`,
  opens_per_user: (facts) => sql`
    select value, count(*) as count from (select count(*) as value from ${facts} f group by person) group by value`,
};

async function countOpens(
  question: RangedQuestion,
  of: DistributionOf,
  { start, end }: Interval,
): Promise<Float64Array> {
  const periods = periodsOf([{ start, end, before: { start, end } }], question.asOf);
  const classes = new ClassCounts(of);
  if (periods.count === 0) return classes.counts;
  const facts = await factsOf(question, 'opens', { periods, span: 'within', grouping: null });
  for (const { value, count } of await question.reading.rows(frequencies[of](facts))) {
    classes.add(value as number, count as number);
  }
  return classes.counts;
}
