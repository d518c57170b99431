import type { Facts } from '../scan/facts.js';
import type { Reducer } from './reducer.js';

/** All facts of one person in one group, in no particular order. */
export interface PersonFacts {
  readonly group: number;
  readonly times: readonly number[];
}

/**
 * A reducer that looks at all facts of a person in a group together. It takes facts of all time, whose cell is their
 * group.
 */
export function perPerson(finishPerson: (facts: PersonFacts) => void, finish: () => Float64Array): Reducer {
  let person = -1;
  const timesOfGroup = new Map<number, number[]>();
  const finishLast = () => {
    for (const [group, times] of timesOfGroup) {
      if (times.length > 0) finishPerson({ group, times });
      times.length = 0;
    }
    // Emptied lists are used again; among very many groups they would only be walked in vain.
    if (timesOfGroup.size > 64) timesOfGroup.clear();
  };
  return {
    add(facts: Facts) {
      for (let index = 0; index < facts.length; index++) {
        if (facts.person[index] !== person) {
          finishLast();
          person = facts.person[index]!;
        }
        const group = facts.cell[index]!;
        const times = timesOfGroup.get(group);
        if (times) times.push(facts.time[index]!);
        else timesOfGroup.set(group, [facts.time[index]!]);
      }
    },
    finish() {
      finishLast();
      return finish();
    },
  };
}
