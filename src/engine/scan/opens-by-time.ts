import type { DerivedData } from '../store/derived.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Slice } from './scope-log.js';

/**
 * Opens of a slice in the order of time, equal times in the order of their numbers, with everything beside them that a
 * question reads: a range of them is one stretch, and nothing is looked up far apart.
 */
export class OpensByTime implements DerivedData {
  /** How many there are; what lies behind in the columns is not theirs. */
  length: number;
  readonly longestMs: number;
  readonly users: Uint32Array;
  readonly times: Float64Array;
  /** By user, 1 where their opens have moved to another segment since it was last tidied. */
  #moved: Uint8Array | undefined;

  constructor(
    readonly opens: Uint32Array,
    private readonly sessions: Sessions,
  ) {
    const { start, lengthMs, offsets } = sessions.opens;
    this.length = opens.length;
    this.users = usersOf(opens, offsets);
    this.times = new Float64Array(opens.length);
    let longestMs = 0;
    for (let place = 0; place < opens.length; place++) {
      const open = opens[place]!;
      this.times[place] = start[open]!;
      if (lengthMs[open]! > longestMs) longestMs = lengthMs[open]!;
    }
    this.longestMs = longestMs;
  }

  get bytes(): number {
    return this.opens.byteLength + this.users.byteLength + this.times.byteLength;
  }

  forget(user: number): void {
    this.#moved ??= new Uint8Array(this.sessions.opens.offsets.length - 1);
    this.#moved[user] = 1;
  }

  /** Closes up where opens have moved to another segment. */
  tidy(): void {
    const moved = this.#moved;
    if (!moved) return;
    const { opens, users, times, length } = this;
    let kept = 0;
    for (let place = 0; place < length; place++) {
      const user = users[place]!;
      if (moved[user] === 1) continue;
      opens[kept] = opens[place]!;
      users[kept] = user;
      times[kept++] = times[place]!;
    }
    this.length = kept;
    this.#moved = undefined;
  }
}

/** All opens of a slice by their start, listed once. */
export function opensByTime(slice: Slice): OpensByTime {
  const { sessions } = slice;
  slice.recipes.note('by time', (other) => opensByTime(other));
  return sessions.dimensions.get('by time', '', () => new OpensByTime(inOrder(sessions), sessions));
}

/** The first open of each user, which begins with the user's first visit, listed once. */
export function firstOpensByTime(slice: Slice): OpensByTime {
  const { sessions } = slice;
  slice.recipes.note('firsts by time', (other) => firstOpensByTime(other));
  return sessions.dimensions.get('firsts by time', '', () => {
    const { offsets } = sessions.opens;
    const { opens, users, length } = opensByTime(slice);
    const firsts = new Uint32Array(offsets.length - 1);
    let count = 0;
    for (let place = 0; place < length; place++) {
      if (opens[place] === offsets[users[place]!]) firsts[count++] = opens[place]!;
    }
    return new OpensByTime(firsts.slice(0, count), sessions);
  });
}

/** A counting sort into short stretches, and each of them by insertion. */
function inOrder({ opens: { count, start } }: Sessions): Uint32Array {
  let [first, last] = [Infinity, -Infinity];
  for (let open = 0; open < count; open++) {
    if (start[open]! < first) first = start[open]!;
    if (start[open]! > last) last = start[open]!;
  }
  const stretches = Math.max(1, count >>> 3);
  const stepMs = Math.max(1, (last - first + 1) / stretches);
  const offsets = new Uint32Array(stretches + 1);
  // An open that has moved has no start; it stays out.
  for (let open = 0; open < count; open++) {
    if (start[open]! >= first) offsets[stretchAt(start[open]! - first, stepMs, stretches) + 1]!++;
  }
  for (let stretch = 0; stretch < stretches; stretch++) offsets[stretch + 1]! += offsets[stretch]!;
  const next = offsets.slice();
  const order = new Uint32Array(offsets[stretches]!);
  for (let open = 0; open < count; open++) {
    if (start[open]! >= first) order[next[stretchAt(start[open]! - first, stepMs, stretches)]!++] = open;
  }
  sortStretches(order, offsets, start);
  return order;
}

function stretchAt(sinceFirst: number, stepMs: number, stretches: number): number {
  return Math.min(stretches - 1, Math.floor(sinceFirst / stepMs));
}

/** Puts each stretch in order. Many opens may begin at one instant, so a long stretch is left to `sort`. */
function sortStretches(order: Uint32Array, offsets: Uint32Array, start: Float64Array): void {
  for (let stretch = 0; stretch < offsets.length - 1; stretch++) {
    const [from, to] = [offsets[stretch]!, offsets[stretch + 1]!];
    if (to - from > LONG) order.subarray(from, to).sort((a, b) => start[a]! - start[b]! || a - b);
    else sortByInsertion(order, from, to, start);
  }
}

/** Opens enter by number, and equal times stay in that order. */
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

/** The user of each open, by position. */
function usersOf(opens: Uint32Array, offsets: Uint32Array): Uint32Array {
  const owner = new Uint32Array(offsets.at(-1)!);
  for (let user = 0; user < offsets.length - 1; user++) owner.fill(user, offsets[user], offsets[user + 1]);
  const users = new Uint32Array(opens.length);
  for (let place = 0; place < opens.length; place++) users[place] = owner[opens[place]!]!;
  return users;
}
