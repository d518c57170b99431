import type { CohortKind } from '#contract/api.js';

/** Somebody chose whose return is shown. */
export class CohortChangeEvent extends Event {
  static readonly eventName = 'cohort-change';
  readonly cohort: CohortKind;

  constructor(cohort: CohortKind) {
    super(CohortChangeEvent.eventName, { bubbles: true, composed: true });
    this.cohort = cohort;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cohort-change': CohortChangeEvent;
  }
}
