import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people hold the app at the end of each period: of `add` and `remove` the last decides. */
export function holders(cells: Cells, store: Store): Reducer {
  const { count, edges } = cells.periods;
  return lastWords(store, cells, ({ isAdd, time, until }, mark) => {
    if (!isAdd) return;
    for (let period = 0; period < count; period++) {
      const end = edges[period + 1]!;
      if (time < end && !(until < end)) mark(period);
    }
  });
}

/** How many people remove the app in the period and have not added it again by its end. */
export function removers(cells: Cells, store: Store): Reducer {
  const { edges, finder } = cells.periods;
  return lastWords(store, cells, ({ isAdd, time, until }, mark) => {
    const period = isAdd ? -1 : finder.find(time);
    if (period >= 0 && !(until < edges[period + 1]!)) mark(period);
  });
}

/** An `add` or `remove` and until when it is the user's last word about the app. */
interface Word {
  readonly isAdd: boolean;
  readonly time: number;
  readonly until: number;
}

/**
 * Gives `judge` every `add` and `remove` with the time of the one that follows it, by the same user of the same app in
 * the same group; counts each person once a cell. It takes facts of all time, whose cell is their group.
 */
function lastWords(store: Store, cells: Cells, judge: (word: Word, mark: (period: number) => void) => void): Reducer {
  const { roles } = store;
  const { count } = cells.periods;
  const counts = emptyCells(cells);
  const lastPerson = new Float64Array(counts.length).fill(-1);
  const pending = new Map<number, { isAdd: boolean; time: number; person: number }>();
  let owner = '';
  const say = (group: number, until: number) => {
    const word = pending.get(group);
    if (!word) return;
    judge({ ...word, until }, (period) => {
      const cell = group * count + period;
      if (lastPerson[cell] === word.person) return;
      lastPerson[cell] = word.person;
      counts[cell]!++;
    });
  };
  const sayAll = () => {
    for (const group of pending.keys()) say(group, Infinity);
    pending.clear();
  };
  return {
    add({ slice, row, time, person, cell, length }) {
      const events = slice.segment.codes.get('event')!;
      for (let index = 0; index < length; index++) {
        const user = `${slice.index}:${slice.segment.userAt(row[index]!)}`;
        if (user !== owner) sayAll();
        owner = user;
        const group = cell[index]!;
        say(group, time[index]!);
        const isAdd = roles[events[row[index]!]!] === roleCodes.add;
        pending.set(group, { isAdd, time: time[index]!, person: person[index]! });
      }
    },
    finish() {
      sayAll();
      return counts;
    },
  };
}
