import type { BreakdownQuery, BreakdownReport, Catalog } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { columnOfOrder } from '../base/sort-head.js';
import { mainColumn, metricOfColumn, offeredColumns, type PageColumnId } from './page-columns.js';

/** What a page table asks, as plain data. */
export interface PageQuestion {
  readonly scope: Scope;
  readonly query: BreakdownQuery;
  /** Which part of the list, from 0; the query has its cursor. */
  readonly index: number;
}

/** The metrics behind some columns, the one that sorts too. */
export function metricsOf(columns: readonly PageColumnId[], order: string): string[] {
  return [...new Set([...columns.map(metricOfColumn), columnOfOrder(order)])];
}

/** Asks for a list of pages, without the metrics that this back end does not answer: one of them would cost them all. */
export async function askPages(
  client: Client,
  { scope, query }: Pick<PageQuestion, 'scope' | 'query'>,
  known: Catalog | undefined,
  options: AskOptions,
): Promise<BreakdownReport> {
  const catalog = known ?? (await catalogOrNone(client, options.signal));
  return client.breakdown(scope, catalog ? answerable(query, catalog) : query, options);
}

function answerable(query: BreakdownQuery, catalog: Catalog): BreakdownQuery {
  const offered = new Set<string>(offeredColumns(catalog));
  const { order = '', ...rest } = query;
  const metrics = query.metrics.filter((metric) => offered.has(metric));
  return {
    ...rest,
    metrics: metrics.length ? metrics : [mainColumn],
    ...(offered.has(columnOfOrder(order)) && { order }),
  };
}

/** A back end without a readable catalogue is asked as it is: it answers which metrics it lacks. */
async function catalogOrNone(client: Client, signal: AbortSignal | undefined): Promise<Catalog | undefined> {
  try {
    return await client.catalog({ signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}
