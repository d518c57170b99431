import type { Interval } from '#time/range.js';
import { earliest } from './ever-people.js';
import { perPerson } from './per-person.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people are active in the period and in the whole one before it, of facts of all time. */
export function retained(cells: Cells): Reducer {
  return returning(cells, (wasActiveBefore) => wasActiveBefore);
}

/** How many people are active in the period, not in the whole one before it, but earlier, of facts of all time. */
export function backflow(cells: Cells): Reducer {
  return returning(cells, (wasActiveBefore, wasEverActive) => !wasActiveBefore && wasEverActive);
}

function returning(cells: Cells, counts: (wasActiveBefore: boolean, wasEverActive: boolean) => boolean): Reducer {
  const found = emptyCells(cells);
  const { count, edges, find, befores } = cells.periods;
  const findBefore = intervalFinder(befores);
  const active = new Uint8Array(count);
  const activeBefore = new Uint8Array(count);
  return perPerson(
    ({ group, times }) => {
      const first = earliest(times);
      for (const time of times) {
        const before = findBefore(time);
        if (before >= 0) activeBefore[before] = 1;
      }
      for (const time of times) {
        const period = find(time);
        if (period < 0 || active[period] === 1) continue;
        active[period] = 1;
        if (counts(activeBefore[period] === 1, first < edges[period]!)) found[group * count + period]!++;
      }
      active.fill(0);
      activeBefore.fill(0);
    },
    () => found,
  );
}

/** Finds which of some intervals, ascending and apart from each other, holds an instant; −1 for none. */
function intervalFinder(intervals: readonly Interval[]): (ms: number) => number {
  return (ms) => {
    let [low, high] = [0, intervals.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (intervals[middle]!.start <= ms) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ms < intervals[low - 1]!.end ? low - 1 : -1;
  };
}
