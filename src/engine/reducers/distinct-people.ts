import type { Facts } from '../scan/facts.js';
import type { Cells, Reducer } from './reducer.js';

/** How many people. */
export function distinctPeople(cells: Cells): Reducer {
  return cells.persons === undefined ? new PersonByPerson(cells) : new MixedPeople(cells, cells.persons);
}

/** Remembers something of the last fact, so that nobody is counted twice in a cell. */
abstract class PeopleCounter implements Reducer {
  protected readonly counts: Uint32Array;

  constructor({ groups, periods }: Cells) {
    this.counts = new Uint32Array(groups * periods.count);
  }

  abstract add(facts: Facts): void;

  finish(): Float64Array {
    return Float64Array.from(this.counts);
  }
}

/** As facts come person by person, a cell only has to remember who came last. */
class PersonByPerson extends PeopleCounter {
  /** By cell; persons plus 1, so that 0 is nobody. */
  readonly #last = new Uint32Array(this.counts.length);

  add({ person, cell, length }: Facts): void {
    const { counts } = this;
    const last = this.#last;
    for (let index = 0; index < length; index++) {
      const at = cell[index]!;
      const who = person[index]! + 1;
      if (last[at] === who) continue;
      last[at] = who;
      counts[at]!++;
    }
  }
}

/** As each person's facts come in the order of time, a person only has to remember the last cell. */
class MixedPeople extends PeopleCounter {
  /** By person; cells plus 1, so that 0 is none. */
  readonly #last: Uint32Array;

  constructor(cells: Cells, persons: number) {
    super(cells);
    this.#last = new Uint32Array(persons);
  }

  add({ person, cell, length }: Facts): void {
    const { counts } = this;
    const last = this.#last;
    for (let index = 0; index < length; index++) {
      const who = person[index]!;
      const at = cell[index]! + 1;
      if (last[who] === at) continue;
      last[who] = at;
      counts[at - 1]!++;
    }
  }
}
