/** Somebody chose a page of a table or list that lets one choose. A table opens it below its row unless this is prevented. */
export class PageSelectEvent extends Event {
  static readonly eventName = 'page-select';
  /** The page's path; `null` where views came without one. */
  readonly page: string | null;
  /** The app whose page it is, where the table is about several. */
  readonly app: string | undefined;

  constructor(page: string | null, app: string | undefined) {
    super(PageSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.page = page;
    this.app = app;
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

declare global {
  interface HTMLElementEventMap {
    'page-select': PageSelectEvent;
    'search-change': SearchChangeEvent;
  }
}
