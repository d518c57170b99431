import type { Facts } from '../scan/facts.js';
import type { Periods } from '../scan/periods.js';
import type { Persons } from '../scan/walk.js';

/** Pairs of person and cohort, each once, in the order of persons. */
export class CohortMembers {
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
