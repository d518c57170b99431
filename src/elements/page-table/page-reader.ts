import type { BreakdownReport } from '#contract/api.js';
import type { Paging } from '../base/paging.js';
import { ListPages } from './list-pages.js';
import { isWhole, pageOf } from './page-list.js';

const MOST_ROWS = 1000;
const USUAL_ROWS = 10;

/** What the reader of a table has asked for. */
export interface ReadTable {
  readonly data: BreakdownReport | undefined;
  readonly order: string;
  readonly search: string;
  readonly pageSize: number;
  requestUpdate(): void;
}

/** Where a part stands and where its neighbours are. */
export type Place = Omit<Paging, 'texts' | 'formats'>;

/**
 * Reads a list for a table: part by part from a back end, or cut from `data` that holds the list whole, which the
 * table then sorts and searches by itself.
 */
export class PageReader extends ListPages {
  constructor(private readonly table: ReadTable) {
    super();
  }

  /** Rows of a part, as many as the contract lets one ask for. */
  get size(): number {
    const rows = Math.trunc(this.table.pageSize);
    return rows >= 1 ? Math.min(rows, MOST_ROWS) : USUAL_ROWS;
  }

  /** Whether the list is here whole. */
  get isOwn(): boolean {
    const { data } = this.table;
    return data !== undefined && isWhole(data);
  }

  /** Goes to the first part where the list that is here whole is read in another way. */
  followOwn(): void {
    const { data, order, search } = this.table;
    if (data) this.follow(JSON.stringify([order, search, this.size]));
  }

  /** The part of a list on show: as it was answered, or cut from the whole. */
  part(report: BreakdownReport): BreakdownReport {
    return this.#cut(report, this.size, this.index);
  }

  /** Everything that a list which is not asked for holds. */
  every(report: BreakdownReport): BreakdownReport {
    return this.#cut(report, Infinity, 0);
  }

  /** Where a part stands; `asked` is its number, where it was asked for. */
  place(report: BreakdownReport, asked: number | undefined): Place {
    const index = asked ?? this.index;
    const before = index * this.size;
    const last = before + report.rows.length;
    const { next_cursor: cursor, row_count: total } = report;
    const hasNext = this.isOwn ? last < total : asked !== undefined && cursor !== null;
    // While another part is on its way, the neighbours are those of a part that nobody looks at any more.
    const isSettled = index === this.index;
    return {
      ...{ first: before + 1, last, total },
      previous: isSettled && index > 0 ? () => this.#go(() => this.previous()) : undefined,
      next: isSettled && hasNext ? () => this.#go(() => this.next(cursor ?? undefined)) : undefined,
    };
  }

  #go(step: () => void): void {
    step();
    this.table.requestUpdate();
  }

  #cut(report: BreakdownReport, size: number, index: number): BreakdownReport {
    const { order, search } = this.table;
    return this.isOwn ? pageOf(report, { order, search, size, index }) : report;
  }
}
