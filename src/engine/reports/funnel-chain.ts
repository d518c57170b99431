import type { CodeArray } from '../store/code-array.js';

/** Events in order: their times, and codes that `masks` gives the steps they can serve, a bit for each. */
export interface OrderedEvents {
  readonly ts: Float64Array;
  readonly codes: CodeArray;
  readonly masks: Uint16Array;
}

/**
 * Finds a person's chain of steps in one pass over their events in order.
 *
 * Of all chains of steps 1…k that have been completed so far only the one that starts latest is kept, because it leaves
 * the most of its window; one with the same start that comes later adds nothing. The first event that makes a chain
 * longer than all before completes it earliest.
 */
export class ChainFinder {
  /** How many steps the chain has; 0 where not even the first was reached. */
  length = 0;
  /** The place of the chain's first event. */
  first = -1;
  /** The place of its last one. */
  last = -1;
  /** The times of its steps, those in between taken as early as they come. */
  readonly times: Float64Array;
  /** Where the chain that is kept of each length began, −1 where there is none. */
  readonly #began: Int32Array;

  constructor(
    private readonly steps: number,
    private readonly windowMs: number,
  ) {
    this.times = new Float64Array(steps);
    this.#began = new Int32Array(steps);
  }

  /** Looks through the events from one place to another. */
  find(events: OrderedEvents, from: number, to: number): void {
    const { ts, codes, masks } = events;
    const { steps, windowMs } = this;
    const began = this.#began.fill(-1);
    let [length, first] = [0, -1];
    for (let at = from; at < to && length < steps; at++) {
      const serves = masks[codes[at]!]!;
      if (serves === 0) continue;
      // Later steps first, so that one event serves one step.
      for (let step = Math.min(length, steps - 1); step > 0; step--) {
        if ((serves & (1 << step)) === 0) continue;
        const start = began[step - 1]!;
        if (start <= began[step]! || ts[at]! - ts[start]! > windowMs) continue;
        began[step] = start;
        if (step === length) [length, first] = [step + 1, start];
      }
      if ((serves & 1) === 0) continue;
      began[0] = at;
      if (length === 0) [length, first] = [1, at];
    }
    this.length = length;
    this.first = first;
    this.last = -1;
    if (length > 0) this.#readTimes(events);
  }

  #readTimes({ ts, codes, masks }: OrderedEvents): void {
    let at = this.first;
    for (let step = 0; step < this.length; step++) {
      while ((masks[codes[at]!]! & (1 << step)) === 0) at++;
      this.last = at;
      this.times[step] = ts[at++]!;
    }
  }
}
