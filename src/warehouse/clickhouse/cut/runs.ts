import type { OpenRules } from '../../derive/rows.js';
import type { CutEvent } from './event.js';

/** Events of one open, in order. */
export type Run = CutEvent[];

/**
 * Puts each event of one user in one environment, in order, into the open that holds it.
 *
 * A stretch is a run of events without a `background` or a pause over the timeout in between: in it the first launch or
 * page view begins a run, and then every launch does. Page leaves that follow the `background` of a run, each within the
 * timeout of the one before, still belong to it. A run that begins too soon after the one before continues its open.
 *
 * @returns the opens, and the open of each event, `null` for none.
 */
export function openRuns(events: readonly CutEvent[], rules: OpenRules): { opens: Run[]; openOf: (Run | null)[] } {
  const opens: Run[] = [];
  const cutter = new Cutter(rules);
  const openOf = events.map((event) => {
    const { isHeld, begins } = cutter.next(event);
    if (!isHeld) return null;
    const last = opens.at(-1);
    if (begins && !(last && event.ts - last.at(-1)!.ts < rules.mergeUnderMs)) opens.push([]);
    const open = opens.at(-1)!;
    open.push(event);
    return open;
  });
  return { opens, openOf };
}

/** Walks over the events of a user. */
class Cutter {
  #before: CutEvent | undefined;
  /** Whether this stretch has had a visit. */
  #isInside = false;
  /** The last of the run's `background` and of the page leaves after it; `null` where a pause broke that off. */
  #tail: CutEvent | null = null;

  constructor(private readonly rules: OpenRules) {}

  next(event: CutEvent): { isHeld: boolean; begins: boolean } {
    const before = this.#before;
    this.#before = event;
    if (!before || before.role === 'background' || event.ts - before.ts > this.rules.timeoutMs) this.#isInside = false;
    const begins = event.role === 'launch' || (event.role === 'page_view' && !this.#isInside);
    if (begins) {
      this.#isInside = true;
      this.#tail = null;
    }
    if (this.#isInside) {
      if (event.role === 'background') this.#tail = event;
      return { isHeld: true, begins };
    }
    return { isHeld: this.#follows(event), begins: false };
  }

  #follows(event: CutEvent): boolean {
    if (event.role !== 'page_leave' || !this.#tail) return false;
    const isNear = event.ts - this.#tail.ts <= this.rules.timeoutMs;
    this.#tail = isNear ? event : null;
    return isNear;
  }
}
