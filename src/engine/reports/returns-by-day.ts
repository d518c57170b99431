import type { Periods } from '../scan/periods.js';
import type { ScopeLog } from '../scan/scope-log.js';
import type { VisitDays } from '../scan/visit-days.js';
import type { CohortMembers } from './cohort-members.js';

/**
 * Counts who of each cohort visits in the periods after it: joins the members with the days on which each visits, both
 * in the order of persons, and looks at no day before the cohort or beyond the furthest offset. It takes a log in which
 * every user is a person, and periods of whole days.
 *
 * @returns cohort × offsets + offset.
 */
export function returnsByDay(
  { slices }: ScopeLog,
  lists: readonly VisitDays[],
  members: CohortMembers,
  periods: Periods,
  offsets: readonly number[],
): Float64Array {
  const returns = new ReturnsByDistance(members.sizes.length, Math.max(...offsets), periods.count);
  let [firstPerson, next] = [0, 0];
  for (const { index, segment } of slices) {
    const after = firstPerson + segment.users.length;
    const from = next;
    while (next < members.persons.length && members.persons[next]! < after) next++;
    returns.add(lists[index]!, periodOfDays(lists[index]!, periods), members, from, next, firstPerson);
    firstPerson = after;
  }
  return Float64Array.from({ length: members.sizes.length * offsets.length }, (_, cell) =>
    returns.of(Math.floor(cell / offsets.length), offsets[cell % offsets.length]!),
  );
}

/** By day, the period that it is in: −1 before the first, and as many as there are after the last. */
function periodOfDays({ starts }: VisitDays, { finder, start, count }: Periods): Int32Array {
  const periods = new Int32Array(starts.length);
  for (let day = 0; day < starts.length; day++) {
    const period = finder.find(starts[day]!);
    periods[day] = period < 0 && starts[day]! >= start ? count : period;
  }
  // At the last no day begins: it is kept for users who have moved.
  periods[starts.length - 1] = count;
  return periods;
}

/** How many of each cohort visit so many periods after it. */
class ReturnsByDistance {
  readonly #counts: Uint32Array;

  constructor(
    cohorts: number,
    private readonly furthest: number,
    private readonly periods: number,
  ) {
    this.#counts = new Uint32Array(cohorts * (furthest + 1));
  }

  of(cohort: number, distance: number): number {
    return this.#counts[cohort * (this.furthest + 1) + distance]!;
  }

  /** Adds the members at some places of the list, who are users of one slice. */
  add(
    { days, offsets }: VisitDays,
    periodOf: Int32Array,
    { persons, cohorts }: CohortMembers,
    from: number,
    to: number,
    firstPerson: number,
  ): void {
    const [counts, furthest, periods] = [this.#counts, this.furthest, this.periods];
    let [person, begin] = [-1, 0];
    for (let place = from; place < to; place++) {
      const user = persons[place]! - firstPerson;
      const cohort = cohorts[place]!;
      const until = Math.min(cohort + furthest + 1, periods);
      const end = offsets[user + 1]!;
      // A person's cohorts come in the order of time: the next begins no earlier than this one.
      if (persons[place] !== person) begin = offsets[user]!;
      person = persons[place]!;
      while (begin < end && periodOf[days[begin]!]! < cohort) begin++;
      for (let index = begin, last = -1; index < end; index++) {
        const period = periodOf[days[index]!]!;
        if (period >= until) break;
        if (period !== last) counts[cohort * (furthest + 1) + period - cohort]!++;
        last = period;
      }
    }
  }
}
