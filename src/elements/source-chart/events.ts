import type { Figures, SourceMetric } from './source-words.js';

/** Somebody chose a source of a chart that lets one choose. */
export class SourceSelectEvent extends Event {
  static readonly eventName = 'source-select';
  /** Key of the source in the dictionary; `null` where opens came without one. */
  readonly source: string | null;

  constructor(source: string | null) {
    super(SourceSelectEvent.eventName, { bubbles: true, composed: true });
    this.source = source;
  }
}

/** Somebody chose what a chart of sources shows. */
export class DisplayChangeEvent extends Event {
  static readonly eventName = 'display-change';
  /** The metric that is drawn. */
  readonly metric: SourceMetric;
  readonly figures: Figures;
  /** How many sources. */
  readonly limit: number;

  constructor({ metric, figures, limit }: Pick<DisplayChangeEvent, 'metric' | 'figures' | 'limit'>) {
    super(DisplayChangeEvent.eventName, { bubbles: true, composed: true });
    this.metric = metric;
    this.figures = figures;
    this.limit = limit;
  }
}

declare global {
  interface HTMLElementEventMap {
    'source-select': SourceSelectEvent;
    'display-change': DisplayChangeEvent;
  }
}
