import type { Timers } from '#client/timers.js';

interface Timer {
  at: number;
  callback: () => void;
}

/**
 * A clock that a test moves by hand. A delay of 0 is only the end of the task and is left to the machine; every other
 * timer waits for `advance`.
 */
export class ManualTimers implements Timers {
  readonly #timers = new Set<Timer>();
  readonly #scheduled: number[] = [];
  #heard: (() => void) | undefined;

  constructor(private time = Date.parse('2026-11-22T05:30:00Z')) {}

  now(): number {
    return this.time;
  }

  setTimeout(callback: () => void, ms: number): unknown {
    if (ms === 0) return setTimeout(callback, 0);
    const timer = { at: this.time + ms, callback };
    this.#timers.add(timer);
    this.#scheduled.push(ms);
    this.#heard?.();
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /** The delay of the next timer that is set, from the first on. */
  async scheduled(): Promise<number> {
    while (this.#scheduled.length === 0) await new Promise<void>((resolve) => (this.#heard = resolve));
    return this.#scheduled.shift() ?? NaN;
  }

  /** How many timers are running. */
  get running(): number {
    return this.#timers.size;
  }

  /** Moves the clock and runs what is due. */
  advance(ms: number): void {
    this.time += ms;
    for (const timer of [...this.#timers]) {
      if (timer.at > this.time) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}
