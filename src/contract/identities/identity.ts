import type { IdentityAsker } from './asker.js';

/** Numbers that do not agree: which, what they are, and what they would have to be. */
export interface Disagreement {
  /** Of which metric, day, step … */
  readonly at: string;
  readonly got: number;
  readonly expected: string;
}

/** Something that holds of the numbers of every back end, whatever its events. */
export interface Identity {
  readonly id: string;
  /** What holds, in the words of the metric catalogue. */
  readonly sentence: string;
  /** Asks what it takes and finds where the answers do not agree. A source that lacks a report breaks nothing. */
  readonly check: (ask: IdentityAsker) => Promise<Disagreement[]>;
}

/** A disagreement, unless it holds. */
export function unless(holds: boolean, at: string, got: number, expected: string): Disagreement[] {
  return holds ? [] : [{ at, got, expected }];
}
