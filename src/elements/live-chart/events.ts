/** Somebody chose another stretch of time of a live chart. */
export class SpanChangeEvent extends Event {
  static readonly eventName = 'span-change';
  /** How long before now, such as `1_hour`; `undefined` where a range was chosen. */
  readonly span: string | undefined;
  /** The chosen range as instants, the end excluded. */
  readonly start: string | undefined;
  readonly end: string | undefined;

  constructor(span: string | undefined, start?: string, end?: string) {
    super(SpanChangeEvent.eventName, { bubbles: true, composed: true });
    this.span = span;
    this.start = start;
    this.end = end;
  }
}

/** Somebody chose another period that a live chart is compared with. */
export class ComparisonChangeEvent extends Event {
  static readonly eventName = 'comparison-change';
  /** A kind of the contract; `undefined` for none, or where a time was chosen. */
  readonly compare: string | undefined;
  /** The instant at which the chosen period begins; it is as long as the chart's own. */
  readonly start: string | undefined;

  constructor(compare: string | undefined, start?: string) {
    super(ComparisonChangeEvent.eventName, { bubbles: true, composed: true });
    this.compare = compare;
    this.start = start;
  }
}

declare global {
  interface HTMLElementEventMap {
    'span-change': SpanChangeEvent;
    'comparison-change': ComparisonChangeEvent;
  }
}
