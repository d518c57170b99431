import type { DerivedData } from '../store/derived.js';
import type { Slice } from './scope-log.js';

/**
 * The opens of a slice in the order of time, for questions that need few of them and not person by person. They are put
 * into as many stretches of one length as make a stretch short; within one they lie in any order.
 */
export interface OpensByTime extends DerivedData {
  /** Numbers of opens, stretch by stretch. */
  readonly order: Uint32Array;
  /** Where the opens of each stretch begin in the order; one more than there are stretches. */
  readonly offsets: Uint32Array;
  /** When the first stretch begins, and how long each is. */
  readonly startMs: number;
  readonly stepMs: number;
  readonly longestMs: number;
}

/** Places in the order, between which lie all opens that may have events in `[from, to)`, and few others. */
export function opensBetween(
  { offsets, startMs, stepMs, longestMs }: OpensByTime,
  from: number,
  to: number,
): [first: number, end: number] {
  const last = offsets.length - 1;
  const stretchOf = (ms: number) => Math.min(last, Math.max(0, Math.floor((ms - startMs) / stepMs)));
  return [offsets[stretchOf(from - longestMs)]!, offsets[Math.min(last, stretchOf(to) + 1)]!];
}

/** Puts the opens of a slice in order, once: a counting sort. */
export function opensByTime(slice: Slice): OpensByTime {
  const { sessions } = slice;
  slice.recipes.note('by time', (other) => opensByTime(other));
  return sessions.dimensions.get('by time', '', () => {
    const { count, start, lengthMs } = sessions.opens;
    let [first, last, longestMs] = [Infinity, -Infinity, 0];
    for (let open = 0; open < count; open++) {
      if (start[open]! < first) first = start[open]!;
      if (start[open]! > last) last = start[open]!;
      if (lengthMs[open]! > longestMs) longestMs = lengthMs[open]!;
    }
    const stretches = Math.max(1, Math.min(MOST_STRETCHES, count >>> 4));
    const stepMs = Math.max(1, (last - first + 1) / stretches);
    const offsets = new Uint32Array(stretches + 1);
    const stretchOf = (open: number) => Math.min(stretches - 1, Math.floor((start[open]! - first) / stepMs));
    // An open that has moved has no start; it stays out.
    for (let open = 0; open < count; open++) if (start[open]! >= first) offsets[stretchOf(open) + 1]!++;
    for (let stretch = 0; stretch < stretches; stretch++) offsets[stretch + 1]! += offsets[stretch]!;
    const next = offsets.slice();
    const order = new Uint32Array(offsets[stretches]!);
    for (let open = 0; open < count; open++) if (start[open]! >= first) order[next[stretchOf(open)]!++] = open;
    const bytes = order.byteLength + offsets.byteLength;
    return { order, offsets, startMs: first, stepMs, longestMs, bytes };
  });
}

/** Finer stretches than these would take longer to walk than they save. */
const MOST_STRETCHES = 1 << 14;
