import type { Member } from '../question/members.js';
import { fromQueryString } from '../question/query-string.js';

const defaultPageSize = 50;
const mostPerPage = 200;

/** Which part of a list is asked for. */
export interface Page {
  readonly page: number;
  readonly pageSize: number;
  /** In lower case; empty where nothing is searched for. */
  readonly search: string;
}

/** Reads `page`, `page_size` and, where the list takes it, `search`. Throws all their faults at once. */
export function readPage(request: Request, takes: 'pages' | 'pages and search'): Page {
  const members: Member[] = ['page', 'page_size', ...(takes === 'pages' ? [] : (['search'] as const))];
  const reader = fromQueryString(new URL(request.url).searchParams, members);
  const page = {
    page: reader.integer('page', 1, Number.MAX_SAFE_INTEGER) ?? 1,
    pageSize: reader.integer('page_size', 1, mostPerPage) ?? defaultPageSize,
    search: reader.text('search', 256)?.toLowerCase() ?? '',
  };
  reader.faults.throwIfAny();
  return page;
}

/** The rows of a page; none past the end. */
export function rowsOf<Row>(rows: readonly Row[], { page, pageSize }: Page): Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}
