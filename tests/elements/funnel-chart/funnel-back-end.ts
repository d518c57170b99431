import type { FunnelNextQuery, FunnelNextReport, FunnelQuery, FunnelReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { funnelReport } from '../../charts/sample-funnel.js';

/** How a stand-in answers questions about funnels. */
export interface FunnelAnswers {
  readonly funnel?: (query: FunnelQuery) => FunnelReport | Promise<FunnelReport>;
  readonly next?: (query: FunnelNextQuery) => FunnelNextReport | Promise<FunnelNextReport>;
}

/** What was asked of a funnel client. */
export type AskedFunnel = FunnelQuery & { readonly scope: string };

/** The five next events of 500 users who left after the second step. */
export const nextReport = (over: Partial<FunnelNextReport> = {}): FunnelNextReport => ({
  meta: funnelReport().meta,
  ...{ step: 2, users: 500, ended: 50, row_count: 3 },
  events: [
    { event: 'search', users: 300, share: 0.6, next_users: 120, next_share: 0.24 },
    { event: 'page_view', users: 200, share: 0.4, next_users: 90, next_share: 0.18 },
  ],
  ...over,
});

/** A client that answers from functions and remembers what it was asked. */
export function funnelClient({ funnel = usual, next = () => nextReport() }: FunnelAnswers = {}) {
  const asked: AskedFunnel[] = [];
  const askedNext: FunnelNextQuery[] = [];
  const client = {
    catalog: () => Promise.resolve(catalogOf({ reports: ['funnel', 'funnel_next'] })),
    funnel: async (scope: string, query: FunnelQuery) => {
      asked.push({ ...query, scope });
      return Promise.resolve(funnel(query));
    },
    funnelNext: async (_: string, query: FunnelNextQuery) => {
      askedNext.push(query);
      return Promise.resolve(next(query));
    },
  } as unknown as Client;
  return { client, asked, askedNext };
}

/** This week; or another range, as it is named, with fewer users. */
function usual({ start, end }: FunnelQuery): FunnelReport {
  if (!start || !end) return funnelReport();
  const users = { launch: 500, page_view: 400, add_to_cart: 200, checkout: 120, pay: 90 };
  return funnelReport(users, [], { range: { start, end } });
}
