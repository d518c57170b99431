import type { BreakdownReport, Catalog, Meta } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { CsvCell } from '#format/csv.js';
import type { Formats } from '#format/formats.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { TableMessages } from '#i18n/table/section.js';
import type { Texts } from '#i18n/texts.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { metaRows } from '../base/meta-rows.js';
import { columnOfOrder, directionOfOrder } from '../base/sort-head.js';
import { allRows } from './all-rows.js';
import { type PageColumnId, unitOfColumn } from './page-columns.js';
import { pageCsv } from './page-csv.js';
import { askPages, type PageQuestion } from './page-question.js';

/** Rows that are asked for at once, where the back end does not say that it gives fewer. */
const MOST_ROWS = 1000;

/** Every row that a question finds, whichever part of the list is on show. */
export function everyRow(
  client: Client,
  { scope, query }: PageQuestion,
  catalog: Catalog,
  signal: AbortSignal,
): Promise<BreakdownReport> {
  const { cursor: _cursor, ...whole } = query;
  const limit = catalog.limits.max_rows || MOST_ROWS;
  return allRows({ ...whole, limit }, (part) => askPages(client, { scope, query: part }, catalog, { signal }));
}

/** What a file of pages says, in the reader's language: what was counted, then the table. */
export interface PageFile {
  readonly report: BreakdownReport;
  readonly columns: readonly PageColumnId[];
  readonly search: string;
  readonly order: string;
  readonly catalog: Catalog;
  readonly texts: Texts<BaseMessages & TableMessages & PageTableMessages>;
  readonly formats: Formats;
}

/** The rows of the file. */
export function fileRows(file: PageFile): CsvCell[][] {
  const { report, columns, search, order, catalog, texts } = file;
  const metric = metricLabel(metricOf(catalog, columnOfOrder(order)), texts);
  const direction = texts.get(`table.${directionOfOrder(order)}`);
  const [last, ...about] = metaRows(report.meta, catalog, texts).reverse();
  return [
    ...about.reverse(),
    ...(search ? [[texts.get('pages.fileSearch'), search]] : []),
    [texts.get('table.fileOrder'), metric, direction],
    last ?? [],
    ...pageCsv(report, columns, {
      page: texts.get('pages.page'),
      app: texts.get('pages.app'),
      total: texts.get('table.total'),
      column: (id) => columnHead(id, file),
    }),
  ];
}

/** What the file is called: what it holds, and of when. */
export function fileName({ range }: Meta, texts: Texts<PageTableMessages>): string {
  const name = texts.get('pages.file');
  return range ? `${name} ${range.start.slice(0, 10)} ${range.end.slice(0, 10)}` : name;
}

/** The full name of a column, with its unit where the file's numbers have it: rates stand as fractions. */
function columnHead(id: PageColumnId, { catalog, texts, formats }: PageFile): string {
  const name = columnLabel(id, catalog, texts);
  const unit = unitOfColumn(id, catalog);
  return unit === 'seconds' ? texts.get('table.withUnit', { name, unit: formats.unit(unit) }) : name;
}

/** The full name of a column, as the catalogue has it. */
export function columnLabel(id: PageColumnId, catalog: Catalog, texts: Texts<PageTableMessages>): string {
  return id === 'share' ? texts.get('pages.fileShare') : metricLabel(metricOf(catalog, id), texts);
}
