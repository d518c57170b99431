import type { BreakdownQuery, BreakdownReport, Catalog, Values } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { pageReport } from './page-report.js';

/** Values of one page. */
export const page = (visits: number, exits = 0): Values => ({
  page_visits: visits,
  page_visitors: Math.ceil(visits / 2),
  page_stay: visits * 12.5,
  avg_page_duration: 12.5,
  entries: exits,
  exits,
  exit_rate: exits / visits,
  bounces: 1,
  bounce_rate: exits ? 1 / exits : null,
  page_shares: 2,
  page_sharers: 1,
});

/** The published screen: 1,348,469 visits with 415,859 exits. */
export const publishedTotals: Values = { ...page(1_348_469, 415_859), page_visitors: null };

/** A list of so many pages, in parts, as a back end would hand it out. */
export function listOf(count: number, totals: Values = publishedTotals) {
  return ({ limit = 10, cursor = '0', search = '' }: BreakdownQuery): BreakdownReport => {
    const keys = Array.from({ length: count }, (_, index) => `pages/p${index}`).filter((key) => key.includes(search));
    const start = Number(cursor);
    const rows = keys.slice(start, start + limit);
    const rest = keys.length - rows.length;
    const next = start + limit < keys.length ? String(start + limit) : null;
    return pageReport(
      rows.map((key, index) => [key, page(1000 - start - index, 100)] as const),
      {
        others: rest ? { row_count: rest, values: page(82_257, 56_557), shares: { page_visits: 0.061 } } : null,
        totals: { values: totals },
        row_count: keys.length,
        next_cursor: next,
      },
    );
  };
}

/** A client that answers from a function and remembers what it was asked. */
export function pageClient(
  answer: (query: BreakdownQuery) => BreakdownReport | Promise<BreakdownReport> = listOf(226),
  catalog: Catalog = catalogOf({ reports: ['summary', 'trend', 'breakdown'] }),
) {
  const asked: (BreakdownQuery & { scope: string; refresh: boolean })[] = [];
  const client = {
    catalog: () => Promise.resolve(catalog),
    breakdown: async (scope: string, query: BreakdownQuery, { refresh = false }: { refresh?: boolean } = {}) => {
      asked.push({ ...query, scope, refresh });
      return Promise.resolve(answer(query));
    },
  } as unknown as Client;
  return { client, asked };
}
