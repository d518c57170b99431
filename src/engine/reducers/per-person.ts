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
  readonly #timesOfGroup = new Map<number, number[]>();
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
      const times = timesOfGroup.get(groups[index]!);
      if (times) times.push(time[index]!);
      else timesOfGroup.set(groups[index]!, [time[index]!]);
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
    for (const [group, times] of this.#timesOfGroup) {
      if (times.length > 0) this.finishPerson({ group, times });
      times.length = 0;
    }
    // Emptied lists are used again; among very many groups they would only be walked in vain.
    if (this.#timesOfGroup.size > 64) this.#timesOfGroup.clear();
  }
}

/** The least of some times. */
export function earliest(times: readonly number[]): number {
  let least = Infinity;
  for (const time of times) if (time < least) least = time;
  return least;
}
