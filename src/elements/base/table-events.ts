/** Somebody sorted a table. */
export class SortChangeEvent extends Event {
  static readonly eventName = 'sort-change';
  /** A column, by the metric that it shows; `-` before it for descending. */
  readonly order: string;

  constructor(order: string) {
    super(SortChangeEvent.eventName, { bubbles: true, composed: true });
    this.order = order;
  }
}

/** Somebody chose the columns of a table. */
export class ColumnsChangeEvent extends Event {
  static readonly eventName = 'columns-change';
  /** Ids of the columns; `undefined` for the usual ones. */
  readonly columns: readonly string[] | undefined;

  constructor(columns: readonly string[] | undefined) {
    super(ColumnsChangeEvent.eventName, { bubbles: true, composed: true });
    this.columns = columns;
  }
}

declare global {
  interface HTMLElementEventMap {
    'sort-change': SortChangeEvent;
    'columns-change': ColumnsChangeEvent;
  }
}
