import type { Interval } from '#time/range.js';
import { earliest, PerPersonReducer, type PersonFacts } from './per-person.js';
import type { Cells, Reducer } from './reducer.js';

/** How many people are active in the period and in the whole one before it, of facts of all time. */
export function retained(cells: Cells): Reducer {
  return new Returning(cells, true);
}

/** How many people are active in the period, not in the whole one before it, but earlier, of facts of all time. */
export function backflow(cells: Cells): Reducer {
  return new Returning(cells, false);
}

class Returning extends PerPersonReducer {
  /** By period, whether the person is active in it, and in the whole one before it. */
  readonly #active: Uint8Array;
  readonly #activeBefore: Uint8Array;

  constructor(
    cells: Cells,
    /** Whether those count who were active in the whole period before, or those who were so earlier alone. */
    private readonly fromBefore: boolean,
  ) {
    super(cells);
    this.#active = new Uint8Array(cells.periods.count);
    this.#activeBefore = new Uint8Array(cells.periods.count);
  }

  protected finishPerson(facts: PersonFacts): void {
    const { edges, finder, befores } = this.cells.periods;
    const [active, activeBefore] = [this.#active, this.#activeBefore];
    const first = earliest(facts.times);
    for (const time of facts.times) {
      const before = findInterval(befores, time);
      if (before >= 0) activeBefore[before] = 1;
    }
    for (const time of facts.times) {
      const period = finder.find(time);
      if (period < 0 || active[period] === 1) continue;
      active[period] = 1;
      const wasActiveBefore = activeBefore[period] === 1;
      if (wasActiveBefore === this.fromBefore && first < edges[period]!) this.count(facts, period);
    }
    active.fill(0);
    activeBefore.fill(0);
  }
}

/** Finds which of some intervals, ascending and apart from each other, holds an instant; −1 for none. */
function findInterval(intervals: readonly Interval[], ms: number): number {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (intervals[middle]!.start <= ms) low = middle + 1;
    else high = middle;
  }
  return low > 0 && ms < intervals[low - 1]!.end ? low - 1 : -1;
}
