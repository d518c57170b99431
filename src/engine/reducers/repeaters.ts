import { earliest } from './ever-people.js';
import { perPerson } from './per-person.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people have a fact in the period and one before it, or more than one in it, of facts of all time. */
export function repeaters(cells: Cells): Reducer {
  const counts = emptyCells(cells);
  const { count, edges, find } = cells.periods;
  const seen = new Uint32Array(count);
  return perPerson(
    ({ group, times }) => {
      const first = earliest(times);
      for (const time of times) {
        const period = find(time);
        if (period < 0) continue;
        seen[period]!++;
        // The second in the period, or the first where there was one before it: counted once.
        const isRepeat = first < edges[period]! ? seen[period] === 1 : seen[period] === 2;
        if (isRepeat) counts[group * count + period]!++;
      }
      for (const time of times) {
        const period = find(time);
        if (period >= 0) seen[period] = 0;
      }
    },
    () => counts,
  );
}
