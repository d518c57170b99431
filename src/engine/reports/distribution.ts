import type { DistributionBucket, DistributionOf, DistributionQuery, DistributionReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { Scope } from '#contract/report-source.js';
import { comparison } from '#time/compare.js';
import type { Interval } from '#time/range.js';
import type { EngineHost } from '../host.js';
import { periodsOf } from '../scan/periods.js';
import { scan } from '../scan/scan.js';
import { askedComparisons } from './asked-comparisons.js';
import { resolveRanged, type RangedQuestion } from './question.js';

/**
 * How many opens lie in each class of stay (whole seconds, rounded down) or depth (distinct pages), or how many users in
 * each class of opens; upper bounds are included. Opens count where they start in the range, so the classes of stay and
 * those of depth add up to the same total, the metric `opens`.
 */
export function distribution(host: EngineHost, scope: Scope, query: DistributionQuery): DistributionReport {
  const question = resolveRanged(host, scope, query);
  const { range, zone, asOf, now, meta, profile } = question;
  const { of } = query;
  const classes = classesOf[of];
  const counts = range.start < asOf ? countOpens(question, of, range) : null;
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? null;
  const compared = askedComparisons(zone, range, query, now).map((asked) => {
    const previous = comparison(zone, range, asked.kind, { asOf, custom: asked.custom })?.previous.counted;
    return { kind: asked.kind, range: asked.range.label, counts: previous ? countOpens(question, of, previous) : null };
  });
  const buckets = classes.map(({ from, to }, index): DistributionBucket => {
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

function countOpens(
  { log, matches, asOf }: RangedQuestion,
  of: DistributionOf,
  { start, end }: Interval,
): Float64Array {
  const periods = periodsOf([{ start, end, before: { start, end } }], asOf);
  const counts = new Float64Array(classesOf[of].length);
  const classOf = classFinder(classesOf[of]);
  let person = -1;
  let opens = 0;
  const inAnyOrder = of !== 'opens_per_user';
  scan(log, { kind: 'opens' }, { periods, span: 'within', matches, grouping: null, inAnyOrder }, (facts) => {
    const { stayMs, depth } = facts.slice.sessions.opens;
    for (let index = 0; index < facts.length; index++) {
      const open = facts.open[index]! - 1;
      if (of === 'visit_duration') counts[classOf(Math.floor(stayMs[open]! / 1000))]!++;
      else if (of === 'visit_depth') counts[classOf(depth[open]!)]!++;
      else {
        if (facts.person[index] !== person && opens > 0) counts[classOf(opens)]!++;
        opens = facts.person[index] === person ? opens + 1 : 1;
        person = facts.person[index]!;
      }
    }
  });
  if (opens > 0) counts[classOf(opens)]!++;
  return counts;
}

function classFinder(classes: readonly Class[]): (value: number) => number {
  return (value) => {
    let index = 0;
    while (index < classes.length - 1 && value > classes[index]!.to!) index++;
    return index;
  };
}
