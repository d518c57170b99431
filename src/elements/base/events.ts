import type { RequestError } from '#client/request-error.js';

/** A widget could not get its numbers. Fired once for each failure; the widget shows it by itself. */
export class ReportErrorEvent extends Event {
  static readonly eventName = 'report-error';
  /** What failed; tell kinds apart by `error.kind`. */
  readonly error: RequestError | Error;

  constructor(error: RequestError | Error) {
    super(ReportErrorEvent.eventName, { bubbles: true, composed: true });
    this.error = error;
  }
}

/** Somebody chose a metric, on a card that can be chosen. */
export class MetricSelectEvent extends Event {
  static readonly eventName = 'metric-select';
  /** Id of the metric. */
  readonly metric: string;

  constructor(metric: string) {
    super(MetricSelectEvent.eventName, { bubbles: true, composed: true });
    this.metric = metric;
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-error': ReportErrorEvent;
    'metric-select': MetricSelectEvent;
  }
}
