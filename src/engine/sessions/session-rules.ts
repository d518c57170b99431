/** The rules by which opens are cut. */
export interface SessionRules {
  /** An open ends where more than this passes without an event of it. */
  readonly timeoutMs: number;
  /** An open that would begin less than this after the last event of the one before continues it; 0 never does. */
  readonly mergeUnderMs: number;
}
