import { runningTotals } from './amounts.js';
import { earliest, PerPersonReducer, type PersonFacts } from './per-person.js';
import type { Cells, Reducer } from './reducer.js';

/** How many people have a fact up to the end of each period, of facts of all time. */
export function everPeople(cells: Cells): Reducer {
  return new EverPeople(cells);
}

/** How many people have their first fact ever in each period, of facts of all time. */
export function firstTimers(cells: Cells): Reducer {
  return new FirstTimers(cells);
}

class EverPeople extends PerPersonReducer {
  protected finishPerson(facts: PersonFacts): void {
    // Whoever came before the first period is in it too.
    this.count(facts, Math.max(0, this.cells.periods.finder.find(earliest(facts.times))));
  }

  override finish(): Float64Array {
    return runningTotals(super.finish(), this.cells.periods.count);
  }
}

class FirstTimers extends PerPersonReducer {
  protected finishPerson(facts: PersonFacts): void {
    const period = this.cells.periods.finder.find(earliest(facts.times));
    if (period >= 0) this.count(facts, period);
  }
}
