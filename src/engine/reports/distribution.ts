import type { DistributionOf, DistributionQuery, DistributionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { askedComparisons, previousOf } from '#reporting/comparisons.js';
import { ClassCounts, distributionReport } from '#reporting/distribution.js';
import type { Interval } from '#time/range.js';
import type { EngineHost } from '../host.js';
import type { Facts } from '../scan/facts.js';
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
  const classes = of === 'opens_per_user' ? new OpensPerUser() : new OpensByLength(of);
  const inTime = of !== 'opens_per_user';
  const plan = { periods, span: 'within', matches, grouping: null, inTime } as const;
  scan(log, { kind: 'opens' }, plan, (facts) => classes.add(facts));
  return classes.finish();
}

/** Puts opens into classes, by their stay in whole seconds or by their depth. */
class OpensByLength {
  readonly #classes: ClassCounts;

  constructor(private readonly of: 'visit_duration' | 'visit_depth') {
    this.#classes = new ClassCounts(of);
  }

  add({ slice, open, length }: Facts): void {
    const { stayMs, depth } = slice.sessions.opens;
    const classes = this.#classes;
    if (this.of === 'visit_depth') {
      for (let index = 0; index < length; index++) classes.add(depth[open[index]! - 1]!);
    } else {
      for (let index = 0; index < length; index++) classes.add(Math.floor(stayMs[open[index]! - 1]! / 1000));
    }
  }

  finish(): Float64Array {
    return this.#classes.counts;
  }
}

/** Puts users into classes, by how many opens each has. Opens come user by user. */
class OpensPerUser {
  readonly #classes = new ClassCounts('opens_per_user');
  #person = -1;
  #opens = 0;

  add({ person, length }: Facts): void {
    for (let index = 0; index < length; index++) {
      if (person[index] !== this.#person) this.#finishUser();
      this.#person = person[index]!;
      this.#opens++;
    }
  }

  finish(): Float64Array {
    this.#finishUser();
    return this.#classes.counts;
  }

  #finishUser(): void {
    if (this.#opens > 0) this.#classes.add(this.#opens);
    this.#opens = 0;
  }
}
