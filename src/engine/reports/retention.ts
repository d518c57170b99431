import type { Cohort, RetentionQuery, RetentionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { addMonths, formatDay, startOfMonth, startOfWeek, type Weekday } from '#time/day.js';
import type { TimeRange } from '#time/range.js';
import type { Zone } from '#time/zone.js';
import type { EngineHost } from '../host.js';
import { eventsOfRoles } from '../reducers/measure.js';
import { everything } from '../scan/match.js';
import type { Facts } from '../scan/facts.js';
import { periodsOf, type Period, type Periods } from '../scan/periods.js';
import { type FactSource, scan } from '../scan/scan.js';
import type { Persons } from '../scan/walk.js';
import { resolveRanged, type RangedQuestion } from './question.js';

type CohortGranularity = NonNullable<RetentionQuery['granularity']>;

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
  const granularity = granularityOf(query);
  const offsets = query.offsets && query.offsets.length > 0 ? query.offsets : defaultOffsets[granularity];
  const question = resolveRanged(host, scope, query);
  const { zone, range, asOf, profile } = question;
  const starts = cohortStarts(range, granularity, profile.week_start);
  const days = [...starts, ...following(starts.at(-1), granularity, Math.max(...offsets) + 1)];
  const periods = periodsBetween(zone, days);
  const { sizes, retained } = countReturns(question, query.cohort, starts.length, periods, offsets);
  const hasEnded = (period: number) => periods[period]!.end <= asOf;
  const cohorts = starts.map((day, cohort): Cohort => {
    const isKnown = periods[cohort]!.start < asOf;
    return {
      start: formatDay(day),
      size: isKnown ? sizes[cohort]! : null,
      retained: offsets.map((offset, index) =>
        hasEnded(cohort + offset) ? retained[cohort * offsets.length + index]! : null,
      ),
    };
  });
  return {
    meta: { ...question.meta, granularity },
    cohort: query.cohort,
    offsets: [...offsets],
    cohorts,
    average: offsets.map((_, index) => weightedAverage(cohorts, index)),
  };
}

function granularityOf({ granularity = 'day' }: Partial<RetentionQuery>): CohortGranularity {
  return granularity;
}

const defaultOffsets: Readonly<Record<CohortGranularity, readonly number[]>> = {
  day: [1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [1, 2, 3, 4, 5, 6, 7, 8],
  month: [1, 2, 3, 4, 5, 6],
};

/** The first days of the calendar periods that begin in a range. */
function cohortStarts({ firstDay, lastDay }: TimeRange, granularity: CohortGranularity, weekStart: Weekday): number[] {
  let day = firstDay;
  if (granularity === 'week' && startOfWeek(day, weekStart) < day) day = startOfWeek(day, weekStart) + 7;
  if (granularity === 'month' && startOfMonth(day) < day) day = addMonths(startOfMonth(day), 1);
  const starts: number[] = [];
  for (; day <= lastDay; day = next(day, granularity)) starts.push(day);
  return starts;
}

function following(last: number | undefined, granularity: CohortGranularity, count: number): number[] {
  const days: number[] = [];
  for (let day = last; day !== undefined && days.length < count; days.push(day)) day = next(day, granularity);
  return days;
}

function next(day: number, granularity: CohortGranularity): number {
  if (granularity === 'month') return addMonths(day, 1);
  return granularity === 'week' ? day + 7 : day + 1;
}

function periodsBetween(zone: Zone, days: readonly number[]): Period[] {
  const edges = days.map((day) => zone.startOfDay(day));
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end, before: { start: edges[index]!, end } }));
}

function weightedAverage(cohorts: readonly Cohort[], index: number): number | null {
  let [returned, size] = [0, 0];
  for (const cohort of cohorts) {
    const value = cohort.retained[index];
    if (value === null || value === undefined) continue;
    returned += value;
    size += cohort.size ?? 0;
  }
  return size === 0 ? null : returned / size;
}

interface Returns {
  readonly sizes: Float64Array;
  /** Cohort × offsets + offset. */
  readonly retained: Float64Array;
}

/** Lists who is in which cohort, person by person, then walks all visits in the same order and joins the two. */
function countReturns(
  { log, matches, newUserRule, asOf, zone }: RangedQuestion,
  cohort: RetentionQuery['cohort'],
  cohortCount: number,
  allPeriods: readonly Period[],
  offsets: readonly number[],
): Returns {
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
