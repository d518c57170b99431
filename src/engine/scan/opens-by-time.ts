import type { DerivedData } from '../store/derived.js';
import { firstAtOrAfter } from '../store/first-at-or-after.js';
import type { Sessions } from '../sessions/sessions.js';

/** The opens of a slice in the order of their start, for questions that need few of them and not person by person. */
export interface OpensByTime extends DerivedData {
  /** Numbers of opens. */
  readonly order: Uint32Array;
  /** Their starts when the order was made; an open that has moved since has lost its start in the sessions only. */
  readonly starts: Float64Array;
  readonly longestMs: number;
}

/** The places in the order of the opens that may have events in `[from, to)`. */
export function opensBetween(
  { starts, longestMs }: OpensByTime,
  from: number,
  to: number,
): [first: number, end: number] {
  return [firstAtOrAfter(starts, from - longestMs), firstAtOrAfter(starts, to)];
}

/** Sorts the opens of a slice by time, once. */
export function opensByTime(sessions: Sessions): OpensByTime {
  return sessions.dimensions.get('by time', '', () => {
    const { count, start, lengthMs } = sessions.opens;
    const order = new Uint32Array(count);
    let longestMs = 0;
    let live = 0;
    for (let open = 0; open < count; open++) {
      if (Number.isNaN(start[open]!)) continue;
      order[live++] = open;
      if (lengthMs[open]! > longestMs) longestMs = lengthMs[open]!;
    }
    const sorted = order.subarray(0, live).sort((a, b) => start[a]! - start[b]!);
    const starts = Float64Array.from(sorted, (open) => start[open]!);
    return { order: sorted, starts, longestMs, bytes: order.byteLength + starts.byteLength };
  });
}
