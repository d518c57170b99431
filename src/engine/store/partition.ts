import { MAX_INPUTS, mergeSegments } from './merge-segments.js';
import { PendingRows, type RowSource } from './pending-rows.js';
import { type Segment } from './segment.js';
import { sortRows } from './sort-rows.js';

/**
 * The events of one app in one environment.
 *
 * Most lie in one large segment. Of users with newer events, all rows lie in a second, small one (`fresh`), so that each
 * user's rows are together wherever they are: opens, funnels and retention read one user at a time. When the small
 * segment passes a fraction of the large one, the two are merged, in linear time. Nothing is ever sorted twice.
 */
export class Partition {
  #main: Segment | null = null;
  #fresh: Segment | null = null;
  /** Sorted, and waiting to be merged. */
  #runs: Segment[] = [];
  #pending = new PendingRows();
  #version = 0;

  constructor(
    readonly app: string,
    readonly isProduction: boolean,
  ) {}

  /** Changes whenever {@link segments} does. */
  get version(): number {
    this.settle();
    return this.#version;
  }

  /** The events, each user in one of the segments. */
  get segments(): readonly Segment[] {
    this.settle();
    return [this.#main, this.#fresh].filter((segment) => segment !== null);
  }

  /** How many events it holds. */
  get length(): number {
    const sealed = [this.#main, this.#fresh, ...this.#runs].reduce((sum, part) => sum + (part?.liveLength ?? 0), 0);
    return sealed + this.#pending.length;
  }

  /** Memory of the columns and of what is derived from them. */
  get bytes(): number {
    const sealed = [this.#main, this.#fresh, ...this.#runs].reduce((sum, part) => sum + (part?.bytes ?? 0), 0);
    return sealed + this.#pending.bytes;
  }

  append(source: RowSource, rows: Uint32Array, firstSequence: number): void {
    this.#pending.append(source, rows, firstSequence);
    if (this.#pending.length >= RUN_LENGTH) this.#seal();
  }

  /** Sorts and merges what was appended; does nothing where nothing was. */
  settle(): void {
    this.#seal();
    if (this.#runs.length === 0) return;
    const arrived = this.#runs.reduce((sum, run) => sum + run.length, 0);
    const limit = Math.max(SMALLEST_MERGE, (this.#main?.length ?? 0) / MERGE_FRACTION);
    if (!this.#main || arrived + (this.#fresh?.length ?? 0) > limit) this.#mergeAll();
    else this.#refresh(this.#main);
    this.#runs = [];
    this.#version++;
  }

  #seal(): void {
    if (this.#pending.length === 0) return;
    this.#runs.push(sortRows(this.#pending));
    this.#pending = new PendingRows();
    if (this.#runs.length > MAX_INPUTS - 2) this.#runs = [mergeSegments(this.#runs)];
  }

  #mergeAll(): void {
    const inputs = [this.#main, this.#fresh, ...this.#runs].filter((segment) => segment !== null);
    this.#main = inputs.length === 1 ? inputs[0]! : mergeSegments(inputs);
    this.#fresh = null;
  }

  /** Gathers all rows of the users who have newer events. */
  #refresh(main: Segment): void {
    const users = new Set<number>();
    for (const run of this.#runs) for (const user of run.users) users.add(user);
    for (const user of this.#fresh?.users ?? []) users.add(user);
    const dirty = Uint32Array.from(users).sort();
    const inputs = [main, this.#fresh, ...this.#runs].filter((segment) => segment !== null);
    this.#fresh = mergeSegments(inputs, dirty);
    for (const user of dirty) {
      const position = main.find(user);
      if (position >= 0) main.moveAway(position);
    }
  }
}

/** Pending rows are sorted at this length at the latest, which bounds the memory of loading. */
const RUN_LENGTH = 1 << 18;
/** The small segment may hold this part of the large one's rows. */
const MERGE_FRACTION = 5;
const SMALLEST_MERGE = 1 << 12;
