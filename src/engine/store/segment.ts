import type { CodeArray } from './code-array.js';
import { Derived } from './derived.js';
import { firstAtOrAfter } from './first-at-or-after.js';
import type { Numbers } from './number-column.js';

/** The columns of a segment. A column that no event carries is not there. */
export interface SegmentColumns {
  /** Codes of the users, ascending. */
  readonly users: Uint32Array;
  /** Where each user's rows begin; one more than there are users. */
  readonly offsets: Uint32Array;
  /** Epoch milliseconds; `NaN` in the rows of a user who has moved to another segment. */
  readonly ts: Float64Array;
  /** When the store took the event, for ties between partitions. */
  readonly sequence: Uint32Array;
  readonly codes: ReadonlyMap<string, CodeArray>;
  readonly numbers: ReadonlyMap<string, Numbers>;
}

/**
 * All events of some users of one partition, sorted by user, then time, then ingestion order.
 *
 * It never changes but for one thing: when newer events of a user arrive, all rows of that user are copied to another
 * segment and lose their time here. Every count asks whether a time lies in a period, and `NaN` never does.
 */
export class Segment {
  readonly length: number;
  readonly users: Uint32Array;
  readonly offsets: Uint32Array;
  readonly ts: Float64Array;
  readonly sequence: Uint32Array;
  readonly codes: ReadonlyMap<string, CodeArray>;
  readonly numbers: ReadonlyMap<string, Numbers>;
  readonly maxTs: number;
  readonly minTs: number;
  /** What sessions and dimensions derive from these rows. */
  readonly derived = new Derived();
  #movedRows = 0;

  constructor(columns: SegmentColumns) {
    this.length = columns.ts.length;
    this.users = columns.users;
    this.offsets = columns.offsets;
    this.ts = columns.ts;
    this.sequence = columns.sequence;
    this.codes = columns.codes;
    this.numbers = columns.numbers;
    let [min, max] = [Infinity, -Infinity];
    for (const time of columns.ts) {
      if (time < min) min = time;
      if (time > max) max = time;
    }
    this.minTs = min;
    this.maxTs = max;
  }

  /** How many rows count. */
  get liveLength(): number {
    return this.length - this.#movedRows;
  }

  /** Memory of the columns and of what is derived from them. */
  get bytes(): number {
    let sum =
      this.derived.bytes +
      this.users.byteLength +
      this.offsets.byteLength +
      this.ts.byteLength +
      this.sequence.byteLength;
    for (const column of this.codes.values()) sum += column.byteLength;
    for (const column of this.numbers.values()) sum += column.bytes;
    return sum;
  }

  /** The position of a user here, −1 where they have no rows or have moved. */
  find(user: number): number {
    const position = firstAtOrAfter(this.users, user);
    return this.users[position] === user && !this.hasMoved(position) ? position : -1;
  }

  /** The position of the user whose row this is. */
  userAt(row: number): number {
    return firstAtOrAfter(this.offsets, row + 1) - 1;
  }

  /** Whether the rows of a user (by position) count elsewhere. */
  hasMoved(position: number): boolean {
    return Number.isNaN(this.ts[this.offsets[position]!]!);
  }

  /** Takes the rows of a user (by position) out of every count. */
  moveAway(position: number): void {
    const [from, to] = [this.offsets[position]!, this.offsets[position + 1]!];
    this.ts.fill(NaN, from, to);
    this.derived.forget(position);
    this.#movedRows += to - from;
  }
}
