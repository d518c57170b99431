import type { EventAnalysisQuery } from './event-query.js';

/** Somebody changed what an analysis asks. */
export class QueryChangeEvent extends Event {
  static readonly eventName = 'query-change';
  /** What is asked now. */
  readonly query: EventAnalysisQuery;

  constructor(query: EventAnalysisQuery) {
    super(QueryChangeEvent.eventName, { bubbles: true, composed: true });
    this.query = query;
  }
}

declare global {
  interface HTMLElementEventMap {
    'query-change': QueryChangeEvent;
  }
}
