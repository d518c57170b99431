import type { ValuesQuery, ValuesReport } from '#contract/api.js';
import type { Value } from '#reporting/group-keys.js';
import { valuesReport } from '#reporting/values.js';
import { noReads, bothReads } from '../plan/match.js';
import { dimensionOf, valueOf } from '../plan/dimension.js';
import { resolveQuestion, type Asked } from '../plan/question.js';
import { sql } from '../sql.js';

/**
 * The values of a dimension that the scope's events carry, the most frequent first, ties by value: suggestions for a
 * filter. An event counts for its own value in event dimensions, for its open's value in open dimensions.
 */
export async function values(asked: Asked<ValuesQuery>): Promise<ValuesReport> {
  const { host, reading, query } = asked;
  const { log } = await resolveQuestion(asked, false);
  const dimension = dimensionOf(host.dialect, query.field);
  const rows = await reading.rows(sql`
    select k, count(*) as count from (
      select ${dimension.ofEvent} as k ${log.events(bothReads(noReads, dimension.reads), sql`1 = 1`)})
    where k is not null group by k`);
  const counted = rows.map(({ k, count }) => [valueOf(dimension, k as Value)!, count as number] as const);
  return valuesReport(query, counted, host.sources);
}
