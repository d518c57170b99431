import { nextTurn } from './next-turn.js';

/** A report that is made in steps; between two of them it can be given up, and others get their turn. */
export type Steps<Report> = Generator<undefined, Report, undefined>;

/**
 * Makes a report in steps, and gives it up as soon as its signal is aborted.
 *
 * Every number of a report is of one state of the store. Where events arrive between two steps it is begun anew and made
 * in one go, so that a stream of events cannot keep it from ending.
 *
 * @param changes what counts the changes of the store.
 */
export async function takeSteps<Report extends object>(
  begin: () => Report | Steps<Report>,
  changes: () => number,
  signal: AbortSignal | undefined,
): Promise<Report> {
  const before = changes();
  const steps = begin();
  if (!isSteps(steps)) return steps;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await nextTurn();
    signal?.throwIfAborted();
    if (changes() !== before) return inOneGo(begin);
  }
}

function inOneGo<Report extends object>(begin: () => Report | Steps<Report>): Report {
  const steps = begin();
  if (!isSteps(steps)) return steps;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function isSteps<Report extends object>(made: Report | Steps<Report>): made is Steps<Report> {
  return Symbol.iterator in made;
}
