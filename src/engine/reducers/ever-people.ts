import { runningTotals } from './amounts.js';
import { perPerson } from './per-person.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people have a fact up to the end of each period, of facts of all time. */
export function everPeople(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  const { count, find } = cells.periods;
  return perPerson(
    ({ group, times }) => counts[group * count + Math.max(0, find(earliest(times)))]!++,
    () => runningTotals(counts, count),
  );
}

/** How many people have their first fact ever in each period, of facts of all time. */
export function firstTimers(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  const { count, find } = cells.periods;
  return perPerson(
    ({ group, times }) => {
      const period = find(earliest(times));
      if (period >= 0) counts[group * count + period]!++;
    },
    () => counts,
  );
}

/** The least of some times. */
export function earliest(times: readonly number[]): number {
  let least = Infinity;
  for (const time of times) if (time < least) least = time;
  return least;
}
