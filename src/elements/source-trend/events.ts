/** Somebody chose the sources of a chart. */
export class SourcesChangeEvent extends Event {
  static readonly eventName = 'sources-change';
  /** Keys of the source dictionary, in the order in which they were chosen; `undefined` for the most frequent. */
  readonly sources: readonly string[] | undefined;

  constructor(sources: readonly string[] | undefined) {
    super(SourcesChangeEvent.eventName, { bubbles: true, composed: true });
    this.sources = sources;
  }
}

declare global {
  interface HTMLElementEventMap {
    'sources-change': SourcesChangeEvent;
  }
}
