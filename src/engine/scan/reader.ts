import type { Bitset } from '../store/bitset.js';
import type { FactWriter } from './fact-writer.js';
import type { Match } from './match.js';
import type { Periods } from './periods.js';
import type { Slice } from './scope-log.js';

/** What of a slice is read at once: the items of some users, or of one list that stands for a user. */
export interface Items {
  /** Where the items of each user begin; one more than there are users. */
  readonly offsets: Uint32Array;
  /** The first user, and the one after the last: positions, or places in `users`. */
  from: number;
  to: number;
  /** Positions of users, where not all between two are read. */
  readonly users: Uint32Array | null;
  /** From when on nothing of each of these users is wanted any more; what lies later may be left out. */
  readonly ends: Float64Array | null;
  /** The person that the user at position 0 would be: those of the others follow. */
  person: number;
}

/**
 * Reads facts out of a slice. Items are opens, or events of some codes.
 *
 * A reader's loop fills the columns of a chunk itself and keeps the place in a variable of its own: what lies in an
 * object would be read and written again with each fact, which costs more than the fact.
 */
export interface Reader {
  /** Whether items are opens. */
  readonly isOfOpens: boolean;
  /** Where the items of each user of a slice begin; one more than there are users. */
  offsetsOf(slice: Slice): Uint32Array;
  /** Writes what of the items lies in the time that is asked for and passes the filters, with its period as the cell. */
  read(slice: Slice, items: Items, writer: FactWriter): void;
}

/** What a reader goes by. */
export interface Reading {
  /** The time that is asked for: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly periods: Periods;
  /** Facts of all time, each with its time, all in one cell. */
  readonly isEver: boolean;
  /** Whether one fact a person is enough: all are in one cell, and people are all that is counted. */
  readonly isOnce: boolean;
  readonly matches: readonly Match[];
}

/** What reads opens, user by user in the order of their start. */
export abstract class OpensReader implements Reader {
  readonly isOfOpens = true;

  constructor(protected readonly reading: Reading) {}

  offsetsOf({ sessions }: Slice): Uint32Array {
    return sessions.opens.offsets;
  }

  abstract read(slice: Slice, items: Items, writer: FactWriter): void;
}

/** The words of some bits; nothing where everything passes. */
export function wordsOf(bits: Bitset | null): Uint32Array | null {
  return bits ? bits.words : null;
}

/** Whether the bit of an index is set; without words every one is. */
export function passes(words: Uint32Array | null, index: number): boolean {
  return words === null || (words[index >>> 5]! & (1 << (index & 31))) !== 0;
}
