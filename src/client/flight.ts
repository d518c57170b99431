import { abortable } from './abortable.js';

/** A question under way, shared by all who ask it: it is aborted when the last of them has gone. */
export class Flight {
  readonly #control = new AbortController();
  readonly #answer: Promise<unknown>;
  #waiting = 0;

  constructor(
    load: (signal: AbortSignal) => Promise<unknown>,
    private readonly left: () => void,
  ) {
    this.#answer = load(this.#control.signal);
    // Each who waits hears of a failure; the flight itself must not count as unhandled.
    this.#answer.catch(() => undefined).finally(left);
  }

  /** Waits for the answer, at most until the signal fires. */
  async join(signal = new AbortController().signal): Promise<unknown> {
    this.#waiting++;
    try {
      return await abortable(this.#answer, signal);
    } finally {
      this.#waiting--;
      // Not at once: a widget that asks the same again leaves and comes back in one go.
      queueMicrotask(() => this.#waiting === 0 && this.abort());
    }
  }

  /** Ends it for all who wait. */
  abort(reason?: unknown): void {
    this.left();
    this.#control.abort(reason);
  }
}
