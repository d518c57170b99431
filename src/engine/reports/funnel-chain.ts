/** The chain of one person: the times of its steps, and where its first event is. */
export interface Chain {
  readonly times: readonly number[];
  readonly slice: number;
  readonly row: number;
}

/**
 * Finds a person's chain of steps in one pass over their events in order.
 *
 * Of all chains of steps 1…k that have been completed so far only the one that starts latest is kept, because it leaves
 * the most of its window; one with the same start that comes later adds nothing. The first event that makes a chain
 * longer than all before completes it earliest.
 */
export class ChainFinder {
  /** For each length, minus one: the number of the first event (−1 for no chain yet), its place, the times of steps. */
  readonly #start: Float64Array;
  readonly #slice: Uint32Array;
  readonly #row: Uint32Array;
  readonly #times: Float64Array;
  #events = 0;
  #longest: Chain | null = null;
  #waiting: WaitingEvent[] | null = null;

  constructor(
    private readonly steps: number,
    private readonly windowMs: number,
  ) {
    this.#start = new Float64Array(steps);
    this.#slice = new Uint32Array(steps);
    this.#row = new Uint32Array(steps);
    this.#times = new Float64Array(steps * steps);
  }

  /** Begins a person. Events that do not come in order (a person's users in several apps) are sorted first. */
  restart(isInOrder: boolean): void {
    this.#start.fill(-1);
    this.#events = 0;
    this.#longest = null;
    this.#waiting = isInOrder ? null : [];
  }

  /** Takes an event; `serves` has a bit for each step that it can serve. */
  add(time: number, serves: number, slice: number, row: number, sequence: number): void {
    if (this.#waiting) this.#waiting.push({ time, serves, slice, row, sequence });
    else this.#take(time, serves, slice, row);
  }

  /** The person's chain, `null` where not even the first step was reached. */
  finish(): Chain | null {
    const waiting = this.#waiting;
    if (waiting) {
      waiting.sort((a, b) => a.time - b.time || a.sequence - b.sequence);
      for (const { time, serves, slice, row } of waiting) this.#take(time, serves, slice, row);
    }
    return this.#longest;
  }

  #take(time: number, serves: number, slice: number, row: number): void {
    const event = this.#events++;
    // Later steps first, so that one event serves one step.
    for (let step = this.steps - 1; step > 0; step--) {
      if ((serves & (1 << step)) !== 0) this.#extend(step, time);
    }
    if ((serves & 1) === 0) return;
    this.#start[0] = event;
    this.#slice[0] = slice;
    this.#row[0] = row;
    this.#times[0] = time;
    this.#longest ??= this.#chain(0);
  }

  #extend(step: number, time: number): void {
    const before = step - 1;
    const start = this.#start[before]!;
    if (start <= this.#start[step]! || time - this.#times[before * this.steps]! > this.windowMs) return;
    this.#start[step] = start;
    this.#slice[step] = this.#slice[before]!;
    this.#row[step] = this.#row[before]!;
    for (let at = 0; at < step; at++) this.#times[step * this.steps + at] = this.#times[before * this.steps + at]!;
    this.#times[step * this.steps + step] = time;
    if (step >= this.#longest!.times.length) this.#longest = this.#chain(step);
  }

  #chain(step: number): Chain {
    const from = step * this.steps;
    return {
      times: Array.from(this.#times.subarray(from, from + step + 1)),
      slice: this.#slice[step]!,
      row: this.#row[step]!,
    };
  }
}

interface WaitingEvent {
  readonly time: number;
  readonly serves: number;
  readonly slice: number;
  readonly row: number;
  readonly sequence: number;
}
