import type { Bucket, Granularity } from '#contract/api.js';

/** Somebody chose another length of buckets in the head of a chart. */
export class GranularityChangeEvent extends Event {
  static readonly eventName = 'granularity-change';
  readonly granularity: Granularity;

  constructor(granularity: Granularity) {
    super(GranularityChangeEvent.eventName, { bubbles: true, composed: true });
    this.granularity = granularity;
  }
}

/** Somebody chose a point of a chart: clicked on its bucket, or pressed Enter on it. */
export class PointSelectEvent extends Event {
  static readonly eventName = 'point-select';
  /** The bucket, as the report has it. */
  readonly bucket: Bucket;
  readonly index: number;

  constructor(bucket: Bucket, index: number) {
    super(PointSelectEvent.eventName, { bubbles: true, composed: true });
    this.bucket = bucket;
    this.index = index;
  }
}

/** Somebody switched a line of a chart on or off. */
export class LineToggleEvent extends Event {
  static readonly eventName = 'line-toggle';
  /** The line: a metric, or a metric and a value of the dimension. */
  readonly line: string;
  readonly isOn: boolean;

  constructor(line: string, isOn: boolean) {
    super(LineToggleEvent.eventName, { bubbles: true, composed: true });
    this.line = line;
    this.isOn = isOn;
  }
}

declare global {
  interface HTMLElementEventMap {
    'granularity-change': GranularityChangeEvent;
    'point-select': PointSelectEvent;
    'line-toggle': LineToggleEvent;
  }
}
