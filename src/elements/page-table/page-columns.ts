import type { Catalog, Unit } from '#contract/api.js';
import { metricOf } from '../base/catalog.js';

/** Columns beside the page itself, in the order they stand: every page metric, and the share of visits. */
export const pageColumnIds = [
  'page_visits',
  'share',
  'page_visitors',
  'page_stay',
  'avg_page_duration',
  'entries',
  'exits',
  'exit_rate',
  'bounces',
  'bounce_rate',
  'page_shares',
  'page_sharers',
] as const;

/** Id of a column: a metric, or `share`, the share of all visits. */
export type PageColumnId = (typeof pageColumnIds)[number];

/** The column that is always there, with a bar behind its number. */
export const mainColumn = 'page_visits';

/** What a table shows where nobody has chosen. */
export const usualColumns: readonly PageColumnId[] = [
  'page_visits',
  'share',
  'page_visitors',
  'avg_page_duration',
  'entries',
  'exits',
  'exit_rate',
  'bounce_rate',
  'page_shares',
];

/** How wide a table is: labelled rows, a table with few columns, one with all that is usual. */
export type TableWidth = 'narrow' | 'medium' | 'wide';

/** From how many px on a table is of a width; the styles say the same. */
const widths = { medium: 720, wide: 960 } as const;

/** What a table of each width shows where nobody has chosen; the one that sorts always, too. */
const usualAt: Readonly<Record<TableWidth, readonly PageColumnId[]>> = {
  narrow: ['page_visits', 'share', 'avg_page_duration', 'exit_rate'],
  medium: ['page_visits', 'share', 'page_visitors', 'avg_page_duration', 'exits', 'exit_rate'],
  wide: usualColumns,
};

/** The width from which a usual column shows. */
export function shownFrom(id: PageColumnId, sorted: string): TableWidth {
  if (id === sorted || usualAt.narrow.includes(id)) return 'narrow';
  return usualAt.medium.includes(id) ? 'medium' : 'wide';
}

/** What a table of so many px shows where nobody has chosen. */
export function usualColumnsAt(px: number, sorted: string): PageColumnId[] {
  const width = px < widths.medium ? 'narrow' : px < widths.wide ? 'medium' : 'wide';
  return chosenColumns([...usualAt[width], sorted]);
}

const expectedUnits: Partial<Record<PageColumnId, Unit>> = {
  page_stay: 'seconds',
  avg_page_duration: 'seconds',
  exit_rate: 'rate',
  bounce_rate: 'rate',
};

/** Unit of a column, from the catalogue; before there is one, as it will be, so that no head changes its width. */
export const unitOfColumn = (id: PageColumnId, catalog: Catalog | undefined): Unit =>
  id === 'share' ? 'rate' : catalog ? metricOf(catalog, id).unit : (expectedUnits[id] ?? 'count');

/** The metric a column takes its numbers from. */
export const metricOfColumn = (id: PageColumnId): string => (id === 'share' ? mainColumn : id);

/** Ids of a host's list that are columns, in the table's order, with the main one. Unknown ids are left out. */
export function chosenColumns(ids: readonly string[]): PageColumnId[] {
  return pageColumnIds.filter((id) => id === mainColumn || ids.includes(id));
}

/** Columns whose metrics the back end answers by page. */
export function offeredColumns(catalog: Catalog): PageColumnId[] {
  const answered = new Set(catalog.metrics.filter(({ reports }) => reports.includes('breakdown')).map(({ id }) => id));
  return pageColumnIds.filter((id) => answered.has(metricOfColumn(id)));
}
