/** Somebody chose a page of a table that lets one choose. */
export class PageSelectEvent extends Event {
  static readonly eventName = 'page-select';
  /** The page's path; `null` where views came without one. */
  readonly page: string | null;
  /** The app whose page it is, where the table is about several. */
  readonly app: string | undefined;

  constructor(page: string | null, app: string | undefined) {
    super(PageSelectEvent.eventName, { bubbles: true, composed: true });
    this.page = page;
    this.app = app;
  }
}

/** Somebody sorted a table. */
export class SortChangeEvent extends Event {
  static readonly eventName = 'sort-change';
  /** A metric, `-` before it for descending. */
  readonly order: string;

  constructor(order: string) {
    super(SortChangeEvent.eventName, { bubbles: true, composed: true });
    this.order = order;
  }
}

/** Somebody searched in a table. */
export class SearchChangeEvent extends Event {
  static readonly eventName = 'search-change';
  /** What is looked for; empty for everything. */
  readonly search: string;

  constructor(search: string) {
    super(SearchChangeEvent.eventName, { bubbles: true, composed: true });
    this.search = search;
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
    'page-select': PageSelectEvent;
    'sort-change': SortChangeEvent;
    'search-change': SearchChangeEvent;
    'columns-change': ColumnsChangeEvent;
  }
}
