import type { Finding, RuleName } from './rule.js';

/** What became of one rule. */
export interface Outcome extends RuleName {
  /** `skipped`: the back end could not be held against it, `reason` says why. */
  readonly result: 'kept' | 'broken' | 'skipped';
  readonly findings: readonly Finding[];
  /** Findings beyond those that are told. */
  readonly untold: number;
  readonly reason?: string;
  readonly milliseconds: number;
}

/** What became of all rules. */
export interface Verdict {
  readonly baseUrl: string;
  /** How many requests it took. */
  readonly requests: number;
  readonly milliseconds: number;
  readonly outcomes: readonly Outcome[];
}

/** Whether no rule is broken. */
export function isKept({ outcomes }: Verdict): boolean {
  return outcomes.every(({ result }) => result !== 'broken');
}
