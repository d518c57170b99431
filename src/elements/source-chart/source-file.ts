import type { BreakdownReport, Catalog } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { RankedQuestion } from '../base/ranked-question.js';

/** Rows that are asked for at once, where the back end does not say that it gives fewer. */
const MOST_ROWS = 1000;

/** Every source that a question finds, however many are on show. */
export function everySource(
  client: Client,
  { scope, query }: RankedQuestion,
  { limits }: Catalog,
  signal: AbortSignal,
): Promise<BreakdownReport> {
  return client.breakdown(scope, { ...query, limit: limits.max_rows || MOST_ROWS }, { signal });
}

export { rankFile } from '../base/rank-file.js';
