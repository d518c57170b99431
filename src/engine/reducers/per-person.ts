import type { Facts } from '../scan/facts.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** All facts of one person in one group, in no particular order. */
export interface PersonFacts {
  readonly group: number;
  readonly times: readonly number[];
}

/**
 * A reducer that looks at all facts of a person in a group together and counts the person in periods. It takes facts of
 * all time, whose cell is their group.
 */
export abstract class PerPersonReducer implements Reducer {
  readonly #counts: Float64Array;
  readonly #timesOfGroup: number[][] = [];
  /** The groups in which the person has facts. */
  readonly #groups: number[] = [];
  #person = -1;

  constructor(protected readonly cells: Cells) {
    this.#counts = emptyCells(cells);
  }

  add({ person: persons, cell: groups, time, length }: Facts): void {
    const timesOfGroup = this.#timesOfGroup;
    for (let index = 0; index < length; index++) {
      if (persons[index] !== this.#person) {
        this.#finishLast();
        this.#person = persons[index]!;
      }
      const group = groups[index]!;
      const times = (timesOfGroup[group] ??= []);
      if (times.length === 0) this.#groups.push(group);
      times.push(time[index]!);
    }
  }

  finish(): Float64Array {
    this.#finishLast();
    return this.#counts;
  }

  /** Looks at the facts of a person in a group, and counts them in the periods where they belong. */
  protected abstract finishPerson(facts: PersonFacts): void;

  /** Counts the person of these facts in a period. */
  protected count({ group }: PersonFacts, period: number): void {
    this.#counts[group * this.cells.periods.count + period]!++;
  }

  #finishLast(): void {
    for (const group of this.#groups) {
      const times = this.#timesOfGroup[group]!;
      this.finishPerson({ group, times });
      times.length = 0;
    }
    this.#groups.length = 0;
  }
}

/** The least of some times. */
export function earliest(times: readonly number[]): number {
  let least = Infinity;
  for (const time of times) if (time < least) least = time;
  return least;
}
