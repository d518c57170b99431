import { earliest, PerPersonReducer, type PersonFacts } from './per-person.js';
import type { Cells, Reducer } from './reducer.js';

/** How many people have a fact in the period and one before it, or more than one in it, of facts of all time. */
export function repeaters(cells: Cells): Reducer {
  return new Repeaters(cells);
}

class Repeaters extends PerPersonReducer {
  /** By period, how many of the person's facts lie in it. */
  readonly #seen: Uint32Array;

  constructor(cells: Cells) {
    super(cells);
    this.#seen = new Uint32Array(cells.periods.count);
  }

  protected finishPerson(facts: PersonFacts): void {
    const { edges, finder } = this.cells.periods;
    const seen = this.#seen;
    const first = earliest(facts.times);
    for (const time of facts.times) {
      const period = finder.find(time);
      if (period < 0) continue;
      seen[period]!++;
      // The second in the period, or the first where there was one before it: counted once.
      const isRepeat = first < edges[period]! ? seen[period] === 1 : seen[period] === 2;
      if (isRepeat) this.count(facts, period);
    }
    for (const time of facts.times) {
      const period = finder.find(time);
      if (period >= 0) seen[period] = 0;
    }
  }
}
