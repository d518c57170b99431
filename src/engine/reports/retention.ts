import type { RetentionQuery, RetentionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { cohortPlan, retentionReport, type CohortPlan } from '#reporting/retention.js';
import type { EngineHost } from '../host.js';
import { eventsOfRoles } from '../reducers/measure.js';
import { everything } from '../scan/match.js';
import { periodsOf } from '../scan/periods.js';
import { type FactSource, scan } from '../scan/scan.js';
import { visitDaysOfLog } from '../scan/visit-days.js';
import { CohortMembers } from './cohort-members.js';
import { resolveRanged, type RangedQuestion } from './question.js';
import { ReturnCounter } from './return-counter.js';
import { returnsByDay } from './returns-by-day.js';

/**
 * How many of each cohort come back. A cohort is the new (or active) users of a day, week or month whose start lies in
 * the range; it is counted over the whole calendar period, also past the range's end. Value N is how many of them visit
 * in the N-th period after it.
 *
 * A period that has not ended by the instant the data is as of is `null`, never 0, and enters no average; so is every
 * value of a cohort that is still running. Filters choose the cohort; a return is any visit in the scope. The average
 * of an offset weighs cohorts by their size. Where users can be new again, one may be in several cohorts.
 */
export function retention(host: EngineHost, scope: Scope, query: RetentionQuery): RetentionReport {
  const question = resolveRanged(host, scope, query);
  const plan = cohortPlan(question, query);
  const { sizes, retained } = countReturns(question, plan);
  return retentionReport(question, plan, {
    size: (cohort) => sizes[cohort]!,
    retained: (cohort, offset) => retained[cohort * plan.offsets.length + offset]!,
  });
}

interface Returns {
  readonly sizes: Float64Array;
  /** Cohort × offsets + offset. */
  readonly retained: Float64Array;
}

/** Lists who is in which cohort, person by person, and joins the list with all visits. */
function countReturns(question: RangedQuestion, { cohort, starts, periods: all, offsets }: CohortPlan): Returns {
  const { log, matches, newUserRule, asOf, zone } = question;
  const visits: FactSource = { kind: 'visits', wanted: eventsOfRoles(log.store, ['launch', 'page_view']) };
  const cohortSource: FactSource = cohort === 'new_users' ? { kind: 'newcomers', rule: newUserRule } : visits;
  const people = { span: 'within', grouping: null, isOfPeople: true, zone } as const;
  const cohortPeriods = periodsOf(all.slice(0, starts.length), asOf);
  const members = new CohortMembers(starts.length);
  scan(log, cohortSource, { ...people, periods: cohortPeriods, matches }, (facts) => members.add(facts));
  const periods = periodsOf(all, asOf);
  const days = log.isAcrossApps ? undefined : visitDaysOfLog(log, periods, zone, visits.wanted);
  if (days) return { sizes: members.sizes, retained: returnsByDay(log, days, members, periods, offsets) };
  const returns = new ReturnCounter(members, periods.count, offsets);
  const persons = members.distinctPersons(periods, Math.max(...offsets));
  const unfiltered = log.slices.map(() => everything);
  scan(log, visits, { ...people, periods, matches: unfiltered, persons }, (facts) => returns.add(facts));
  return { sizes: members.sizes, retained: returns.finish() };
}
