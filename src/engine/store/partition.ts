import { MAX_INPUTS, mergeSegments } from './merge-segments.js';
import { PendingRows, type RowSource } from './pending-rows.js';
import type { Segment } from './segment.js';
import { sortRows } from './sort-rows.js';

/**
 * The events of one app in one environment.
 *
 * Each user's rows are together in one segment, because opens, funnels and retention read one user at a time. Events that
 * arrive take all rows of their users along into a small new segment. Segments are merged as they grow alike, so that
 * each is several times larger than the next: an event is moved a few times in its life, and nothing is sorted twice.
 */
export class Partition {
  /** Settled segments, the largest first. */
  #levels: Segment[] = [];
  /** Sorted, and waiting to be settled. */
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
    return this.#levels;
  }

  /** How many events it holds. */
  get length(): number {
    return sum([...this.#levels, ...this.#runs], (segment) => segment.liveLength) + this.#pending.length;
  }

  /** Memory of the columns and of what is derived from them. */
  get bytes(): number {
    return sum([...this.#levels, ...this.#runs], (segment) => segment.bytes) + this.#pending.bytes;
  }

  /** How much of that is derived, and would be derived again. */
  get derivedBytes(): number {
    return sum([...this.#levels, ...this.#runs], (segment) => segment.derived.bytes);
  }

  append(source: RowSource, rows: Uint32Array | null, firstSequence: number): void {
    this.#pending.append(source, rows, firstSequence);
    if (this.#pending.length >= RUN_LENGTH) this.#seal();
  }

  /** Sorts and merges what was appended; does nothing where nothing was. */
  settle(): void {
    this.#seal();
    if (this.#runs.length === 0) return;
    const arrived = sum(this.#runs, (run) => run.length);
    const settled = sum(this.#levels, (level) => level.liveLength);
    if (arrived * STEP > settled) this.#levels = [merged([...this.#levels, ...this.#runs])];
    else this.#take(merged(this.#runs));
    this.#runs = [];
    this.#version++;
  }

  #seal(): void {
    if (this.#pending.length === 0) return;
    this.#runs.push(sortRows(this.#pending));
    this.#pending = new PendingRows();
    if (this.#runs.length > MAX_INPUTS / 2) this.#runs = [mergeSegments(this.#runs)];
  }

  /** Gathers all rows of the users who have newer events in a segment of their own. */
  #take(arrived: Segment): void {
    const taken = mergeSegments([...this.#levels, arrived], arrived.users);
    for (const level of this.#levels) {
      for (const user of arrived.users) {
        const position = level.find(user);
        if (position >= 0) level.moveAway(position);
      }
      level.derived.tidy();
    }
    const kept = this.#levels.map((level) => (level.liveLength * 2 < level.length ? mergeSegments([level]) : level));
    this.#levels = [...kept.filter((level) => level.liveLength > 0), taken];
    while (this.#levels.length > 1 && this.#levels.at(-2)!.liveLength < STEP * this.#levels.at(-1)!.liveLength) {
      this.#levels.push(mergeSegments(this.#levels.splice(-2)));
    }
  }
}

/** Pending rows are sorted at this length at the latest, which bounds the memory of loading. */
const RUN_LENGTH = 1 << 18;
/** How many times larger a segment is than the next. */
const STEP = 4;

function merged(segments: readonly Segment[]): Segment {
  return segments.length === 1 ? segments[0]! : mergeSegments(segments);
}

function sum(segments: readonly Segment[], measure: (segment: Segment) => number): number {
  return segments.reduce((total, segment) => total + measure(segment), 0);
}
