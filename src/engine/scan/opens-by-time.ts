import type { DerivedData } from '../store/derived.js';
import { firstAtOrAfter } from '../store/first-at-or-after.js';
import type { Slice } from './scope-log.js';

/** The opens of a slice in the order of time, for questions that do not need them person by person. */
export interface OpensByTime extends DerivedData {
  /** Numbers of opens by their start. */
  readonly order: Uint32Array;
  /** The start of each, in the same order: a range is one stretch, and nothing has to be looked up to tell. */
  readonly times: Float64Array;
  readonly longestMs: number;
  /** Whether opens have moved to another segment since; their start has to be looked up then. */
  readonly hasMoved: boolean;
}

/** Places in the order, between which lie all opens that may have events in `[from, to)`, and few others. */
export function opensBetween(
  { times, longestMs }: OpensByTime,
  from: number,
  to: number,
): [first: number, end: number] {
  return [firstAtOrAfter(times, from - longestMs), firstAtOrAfter(times, to)];
}

/** Puts the opens of a slice in order, once: a counting sort into short stretches, and each of them by insertion. */
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
    const stretches = Math.max(1, count >>> 3);
    const stepMs = Math.max(1, (last - first + 1) / stretches);
    const offsets = new Uint32Array(stretches + 1);
    const stretchOf = (open: number) => Math.min(stretches - 1, Math.floor((start[open]! - first) / stepMs));
    // An open that has moved has no start; it stays out.
    for (let open = 0; open < count; open++) if (start[open]! >= first) offsets[stretchOf(open) + 1]!++;
    for (let stretch = 0; stretch < stretches; stretch++) offsets[stretch + 1]! += offsets[stretch]!;
    const next = offsets.slice();
    const order = new Uint32Array(offsets[stretches]!);
    for (let open = 0; open < count; open++) if (start[open]! >= first) order[next[stretchOf(open)]!++] = open;
    const times = sortStretches(order, offsets, start);
    let hasMoved = false;
    return {
      ...{ order, times, longestMs, bytes: order.byteLength + times.byteLength },
      get hasMoved() {
        return hasMoved;
      },
      forget: () => void (hasMoved = true),
    };
  });
}

/** Puts each stretch in order; answers the times. Many opens may begin at one instant, so a long stretch is left to `sort`. */
function sortStretches(order: Uint32Array, offsets: Uint32Array, start: Float64Array): Float64Array {
  for (let stretch = 0; stretch < offsets.length - 1; stretch++) {
    const [from, to] = [offsets[stretch]!, offsets[stretch + 1]!];
    if (to - from > LONG) order.subarray(from, to).sort((a, b) => start[a]! - start[b]!);
    else sortByInsertion(order, from, to, start);
  }
  const times = new Float64Array(order.length);
  for (let place = 0; place < times.length; place++) times[place] = start[order[place]!]!;
  return times;
}

function sortByInsertion(order: Uint32Array, from: number, to: number, start: Float64Array): void {
  for (let place = from + 1; place < to; place++) {
    const open = order[place]!;
    const time = start[open]!;
    let free = place;
    while (free > from && start[order[free - 1]!]! > time) {
      order[free] = order[free - 1]!;
      free--;
    }
    order[free] = open;
  }
}

/** Longer stretches than this take too many steps by insertion. */
const LONG = 64;
