import type { Meta } from '#contract/api.js';
import { rewriteReports } from './rewrite.js';
import { asksForReports, type Scenario } from './scenario.js';

const hourMs = 3_600_000;

/** The numbers are true, and older than their freshness promises: the last load failed 26 hours ago. */
export const stale: Scenario = {
  async respond(request, back, stage) {
    const response = await back(request);
    if (!asksForReports(request)) return response;
    const loadedAt = stage.now() - 26 * hourMs;
    const meta = {
      data_as_of: new Date(loadedAt).toISOString(),
      next_refresh_at: new Date(loadedAt + hourMs).toISOString(),
      freshness: { kind: 'interval', minutes: 60 },
    } satisfies Partial<Meta>;
    return rewriteReports(response, (report) => ({ ...report, meta: { ...(report['meta'] as Meta), ...meta } }));
  },
};
