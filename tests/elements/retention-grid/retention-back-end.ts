import type { RetentionQuery, RetentionReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { retentionOf } from '../../charts/sample-retention.js';

/** What was asked of a retention client. */
export type AskedRetention = RetentionQuery & { scope: string; refresh: boolean };

/** A client that answers from a function and remembers what it was asked. */
export function retentionClient(answer: (query: RetentionQuery) => RetentionReport | Promise<RetentionReport> = usual) {
  const asked: AskedRetention[] = [];
  const client = {
    catalog: () => Promise.resolve(catalogOf({ reports: ['retention'] })),
    retention: async (scope: string, query: RetentionQuery, { refresh = false }: { refresh?: boolean } = {}) => {
      asked.push({ ...query, scope, refresh });
      return Promise.resolve(answer(query));
    },
  } as unknown as Client;
  return { client, asked };
}

/** The sample, as if it were what was asked for; its range holds enough weeks. */
function usual({ cohort, granularity }: RetentionQuery): RetentionReport {
  return retentionOf(
    { cohort },
    { granularity: granularity ?? 'day', range: { start: '2026-05-01', end: '2026-11-21' } },
  );
}
