import type { FilterName, FilterValue } from './filter-value.js';

/** Somebody changed what is shown, with a filter bar. */
export class FilterChangeEvent extends Event {
  static readonly eventName = 'filter-change';
  /** What the bar says now. */
  readonly value: FilterValue;
  /** The filters that changed. Another range may change the granularity too. */
  readonly changed: readonly FilterName[];

  constructor(value: FilterValue, changed: readonly FilterName[]) {
    super(FilterChangeEvent.eventName, { bubbles: true, composed: true });
    this.value = value;
    this.changed = changed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'filter-change': FilterChangeEvent;
  }
}
