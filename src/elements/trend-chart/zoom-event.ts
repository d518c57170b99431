import type { Range } from '#contract/api.js';

/**
 * Somebody zooms in on a stretch of a chart, or back to the whole range. A host that prevents it keeps the chart as it
 * is, to set a range of its own instead.
 */
export class ZoomChangeEvent extends Event {
  static readonly eventName = 'zoom-change';
  /**
   * The stretch, as the report has its buckets: days, the last included, or instants, the end excluded, where a bucket
   * is shorter than a day. `null` is the whole range.
   */
  readonly range: Range | null;

  constructor(range: Range | null) {
    super(ZoomChangeEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.range = range;
  }
}

declare global {
  interface HTMLElementEventMap {
    'zoom-change': ZoomChangeEvent;
  }
}
