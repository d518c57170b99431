import type { DistributionOf, DistributionQuery, DistributionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { askedComparisons, previousOf } from '#reporting/comparisons.js';
import { ClassCounts, distributionReport } from '#reporting/distribution.js';
import type { Interval } from '#time/range.js';
import type { EngineHost } from '../host.js';
import { periodsOf } from '../scan/periods.js';
import { scan } from '../scan/scan.js';
import { resolveRanged, type RangedQuestion } from './question.js';

/**
 * How many opens lie in each class of stay (whole seconds, rounded down) or depth (distinct pages), or how many users in
 * each class of opens; upper bounds are included. Opens count where they start in the range, so the classes of stay and
 * those of depth add up to the same total, the metric `opens`.
 */
export function distribution(host: EngineHost, scope: Scope, query: DistributionQuery): DistributionReport {
  const question = resolveRanged(host, scope, query);
  const { range, asOf } = question;
  const { of } = query;
  const counts = range.start < asOf ? countOpens(question, of, range) : null;
  const compared = askedComparisons(question, query).map((asked) => {
    const previous = previousOf(question, asked);
    return { asked, counts: previous ? countOpens(question, of, previous.counted) : null };
  });
  return distributionReport(question, of, counts, compared);
}

function countOpens(
  { log, matches, asOf }: RangedQuestion,
  of: DistributionOf,
  { start, end }: Interval,
): Float64Array {
  const periods = periodsOf([{ start, end, before: { start, end } }], asOf);
  const classes = new ClassCounts(of);
  let person = -1;
  let opens = 0;
  const inTime = of !== 'opens_per_user';
  scan(log, { kind: 'opens' }, { periods, span: 'within', matches, grouping: null, inTime }, (facts) => {
    const { stayMs, depth } = facts.slice.sessions.opens;
    for (let index = 0; index < facts.length; index++) {
      const open = facts.open[index]! - 1;
      if (of === 'visit_duration') classes.add(Math.floor(stayMs[open]! / 1000));
      else if (of === 'visit_depth') classes.add(depth[open]!);
      else {
        if (facts.person[index] !== person && opens > 0) classes.add(opens);
        opens = facts.person[index] === person ? opens + 1 : 1;
        person = facts.person[index]!;
      }
    }
  });
  if (opens > 0) classes.add(opens);
  return classes.counts;
}
