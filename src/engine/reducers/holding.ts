import type { Facts } from '../scan/facts.js';
import type { Slice } from '../scan/scope-log.js';
import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { emptyCells, type Cells, type Reducer } from './reducer.js';

/** How many people hold the app at the end of each period: of `add` and `remove` the last decides. */
export function holders(cells: Cells, store: Store): Reducer {
  return new Holders(cells, store);
}

/** How many people remove the app in the period and have not added it again by its end. */
export function removers(cells: Cells, store: Store): Reducer {
  return new Removers(cells, store);
}

/** An `add` or `remove`, the user's last word about the app until the next. */
interface Word {
  readonly isAdd: boolean;
  readonly time: number;
  readonly person: number;
  readonly group: number;
}

/**
 * Judges every `add` and `remove` with the time of the one that follows it, by the same user of the same app in the same
 * group; counts each person once a cell. It takes facts of all time, whose cell is their group.
 */
abstract class LastWords implements Reducer {
  readonly #counts: Float64Array;
  readonly #lastPerson: Float64Array;
  /** By group, the last word of the user whose facts come. */
  readonly #pending = new Map<number, Word>();
  /** Where that user's rows are. */
  #slice: Slice | undefined;
  #from = 0;
  #to = 0;

  constructor(
    protected readonly cells: Cells,
    private readonly store: Store,
  ) {
    this.#counts = emptyCells(cells);
    this.#lastPerson = new Float64Array(this.#counts.length).fill(-1);
  }

  add({ slice, row: rows, time: times, person, cell, length }: Facts): void {
    const { roles } = this.store;
    const events = slice.segment.codes.get('event')!;
    for (let index = 0; index < length; index++) {
      const row = rows[index]!;
      if (slice !== this.#slice || row < this.#from || row >= this.#to) this.#beginUser(slice, row);
      const [group, time] = [cell[index]!, times[index]!];
      const before = this.#pending.get(group);
      if (before) this.judge(before, time);
      this.#pending.set(group, { isAdd: roles[events[row]!] === roleCodes.add, time, person: person[index]!, group });
    }
  }

  finish(): Float64Array {
    this.#endUser();
    return this.#counts;
  }

  /** Marks the periods in which a word, the last until an instant, counts its person. */
  protected abstract judge(word: Word, until: number): void;

  /** Counts the person of a word in a period, once. */
  protected mark({ group, person }: Word, period: number): void {
    const cell = group * this.cells.periods.count + period;
    if (this.#lastPerson[cell] === person) return;
    this.#lastPerson[cell] = person;
    this.#counts[cell]!++;
  }

  #beginUser(slice: Slice, row: number): void {
    this.#endUser();
    const { offsets } = slice.segment;
    const user = slice.segment.userAt(row);
    this.#slice = slice;
    this.#from = offsets[user]!;
    this.#to = offsets[user + 1]!;
  }

  #endUser(): void {
    for (const word of this.#pending.values()) this.judge(word, Infinity);
    this.#pending.clear();
  }
}

class Holders extends LastWords {
  protected judge(word: Word, until: number): void {
    if (!word.isAdd) return;
    const { count, edges } = this.cells.periods;
    for (let period = 0; period < count; period++) {
      const end = edges[period + 1]!;
      if (word.time < end && !(until < end)) this.mark(word, period);
    }
  }
}

class Removers extends LastWords {
  protected judge(word: Word, until: number): void {
    const { edges, finder } = this.cells.periods;
    const period = word.isAdd ? -1 : finder.find(word.time);
    if (period >= 0 && !(until < edges[period + 1]!)) this.mark(word, period);
  }
}
