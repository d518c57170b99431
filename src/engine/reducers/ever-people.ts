import type { Facts } from '../scan/facts.js';
import { runningTotals } from './amounts.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people have a fact up to the end of each period, of facts of all time. */
export function everPeople(cells: Cells): Reducer {
  return new FirstFacts(cells, true);
}

/** How many people have their first fact ever in each period, of facts of all time. */
export function firstTimers(cells: Cells): Reducer {
  return new FirstFacts(cells, false);
}

/** Finds each person's first fact in each group. As facts come person by person, a group only has to remember one person's. */
class FirstFacts implements Reducer {
  readonly #counts: Float64Array;
  /** By group: persons plus 1, so that 0 is nobody. */
  readonly #person: Uint32Array;
  readonly #first: Float64Array;

  constructor(
    private readonly cells: Cells,
    /** Whether who comes in a period is in all later ones too, and who came before the first is in all. */
    private readonly stays: boolean,
  ) {
    this.#counts = emptyCells(cells);
    this.#person = new Uint32Array(cells.groups);
    this.#first = new Float64Array(cells.groups);
  }

  add({ person, cell: groups, time, length }: Facts): void {
    const [persons, first] = [this.#person, this.#first];
    for (let index = 0; index < length; index++) {
      const group = groups[index]!;
      const who = person[index]! + 1;
      if (persons[group] !== who) {
        this.#finishPerson(group);
        persons[group] = who;
        first[group] = time[index]!;
      } else if (time[index]! < first[group]!) first[group] = time[index]!;
    }
  }

  finish(): Float64Array {
    for (let group = 0; group < this.cells.groups; group++) this.#finishPerson(group);
    return this.stays ? runningTotals(this.#counts, this.cells.periods.count) : this.#counts;
  }

  #finishPerson(group: number): void {
    if (this.#person[group] === 0) return;
    const { count, finder } = this.cells.periods;
    const found = finder.find(this.#first[group]!);
    const period = this.stays ? Math.max(0, found) : found;
    if (period >= 0) this.#counts[group * count + period]!++;
  }
}
