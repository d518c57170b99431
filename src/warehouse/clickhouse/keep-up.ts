/** How long nothing has to be inserted before the tables of opens are brought up to date, in milliseconds. */
const QUIET_MS = 250;

/** How many times as long as it took the last time nothing is done after it. */
const REST = 10;

/**
 * Brings the tables of opens and first visits up to date once inserts have come in, so that the next question need not. It
 * takes a tenth of the time at most: users with new events are cut whole, and while they come one after the other it is
 * cheaper to cut many at once.
 */
export class KeepUp {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restsUntil = 0;
  #isStopped = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Something was inserted. */
  wait(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const ms = Math.max(QUIET_MS, this.#restsUntil - performance.now());
    this.#timer = setTimeout(() => void this.#run(), ms);
    this.#timer.unref();
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    const start = performance.now();
    // What goes wrong here goes wrong in the next question too, and is told there.
    await this.work().catch(() => undefined);
    const end = performance.now();
    this.#restsUntil = end + REST * (end - start);
  }
}
