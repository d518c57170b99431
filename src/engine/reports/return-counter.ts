import type { Facts } from '../scan/facts.js';
import type { CohortMembers } from './cohort-members.js';

/** Counts who of each cohort visits in the periods after it. */
export class ReturnCounter {
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
