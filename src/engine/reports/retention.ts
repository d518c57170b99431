import type { RetentionQuery, RetentionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { cohortPlan, retentionReport, type CohortPlan } from '#reporting/retention.js';
import type { EngineHost } from '../host.js';
import { eventsOfRoles } from '../reducers/measure.js';
import { everything } from '../scan/match.js';
import type { Facts } from '../scan/facts.js';
import { periodsOf, type Periods } from '../scan/periods.js';
import { type FactSource, scan } from '../scan/scan.js';
import type { Persons } from '../scan/walk.js';
import { resolveRanged, type RangedQuestion } from './question.js';

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

/** Lists who is in which cohort, person by person, then walks all visits in the same order and joins the two. */
function countReturns(
  { log, matches, newUserRule, asOf, zone }: RangedQuestion,
  { cohort, starts, periods: allPeriods, offsets }: CohortPlan,
): Returns {
  const cohortCount = starts.length;
  const visits: FactSource = { kind: 'visits', wanted: eventsOfRoles(log.store, ['launch', 'page_view']) };
  const cohortSource: FactSource = cohort === 'new_users' ? { kind: 'newcomers', rule: newUserRule } : visits;
  const people = { span: 'within', grouping: null, isOfPeople: true, zone } as const;
  const cohortPeriods = periodsOf(allPeriods.slice(0, cohortCount), asOf);
  const members = new CohortMembers(cohortCount);
  scan(log, cohortSource, { ...people, periods: cohortPeriods, matches }, (facts) => {
    members.add(facts);
  });
  const periods = periodsOf(allPeriods, asOf);
  const returns = new ReturnCounter(members, periods.count, offsets);
  const all = log.slices.map(() => everything);
  const persons = members.distinctPersons(periods, Math.max(...offsets));
  scan(log, visits, { ...people, periods, matches: all, persons }, (facts) => returns.add(facts));
  return { sizes: members.sizes, retained: returns.finish() };
}

/** Pairs of person and cohort, each once, in the order of persons. */
class CohortMembers {
  readonly persons: number[] = [];
  readonly cohorts: number[] = [];
  readonly sizes: Float64Array;
  readonly #last: Float64Array;

  constructor(cohortCount: number) {
    this.sizes = new Float64Array(cohortCount);
    this.#last = new Float64Array(cohortCount).fill(-1);
  }

  add({ person: persons, cell: cells, length }: Facts): void {
    const last = this.#last;
    for (let index = 0; index < length; index++) {
      const [person, cohort] = [persons[index]!, cells[index]!];
      if (last[cohort] === person) continue;
      last[cohort] = person;
      this.sizes[cohort]!++;
      this.persons.push(person);
      this.cohorts.push(cohort);
    }
  }

  /** Who is in any cohort, each until the last period that is looked at for them has ended. */
  distinctPersons({ edges, count }: Periods, reach: number): Persons {
    const { persons, cohorts } = this;
    const ids = new Uint32Array(persons.length);
    const ends = new Float64Array(persons.length);
    let distinct = 0;
    for (let at = 0; at < persons.length; at++) {
      if (distinct === 0 || ids[distinct - 1] !== persons[at]) ids[distinct++] = persons[at]!;
      const end = edges[Math.min(count, cohorts[at]! + reach + 1)]!;
      if (end > ends[distinct - 1]!) ends[distinct - 1] = end;
    }
    return { ids: ids.subarray(0, distinct), ends: ends.subarray(0, distinct) };
  }
}

/** Counts who of each cohort visits in the periods after it. */
class ReturnCounter {
  readonly #members: CohortMembers;
  readonly #offsets: Int32Array;
  readonly #retained: Float64Array;
  /** Who was the last to visit in each period. */
  readonly #visitor: Float64Array;
  #person = -1;
  #next = 0;

  constructor(members: CohortMembers, periods: number, offsets: readonly number[]) {
    this.#members = members;
    this.#offsets = Int32Array.from(offsets);
    this.#retained = new Float64Array(members.sizes.length * offsets.length);
    this.#visitor = new Float64Array(periods).fill(-1);
  }

  add({ person: persons, cell: periods, length }: Facts): void {
    const visitor = this.#visitor;
    for (let index = 0; index < length; index++) {
      const person = persons[index]!;
      if (person !== this.#person) this.#finishPerson();
      this.#person = person;
      visitor[periods[index]!] = person;
    }
  }

  finish(): Float64Array {
    this.#finishPerson();
    return this.#retained;
  }

  /** Everyone in a cohort has visits, so no member is passed over on the way. */
  #finishPerson(): void {
    const { persons, cohorts } = this.#members;
    const [person, visitor, offsets, retained] = [this.#person, this.#visitor, this.#offsets, this.#retained];
    for (; this.#next < persons.length && persons[this.#next] === person; this.#next++) {
      const cohort = cohorts[this.#next]!;
      for (let index = 0; index < offsets.length; index++) {
        if (visitor[cohort + offsets[index]!] === person) retained[cohort * offsets.length + index]!++;
      }
    }
  }
}
