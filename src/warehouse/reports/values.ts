import type { SeenValue, ValuesQuery, ValuesReport } from '#contract/api.js';
import { noReads, bothReads } from '../plan/match.js';
import { dimensionOf, valueOf, type Value } from '../plan/dimension.js';
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
      select ${dimension.ofEvent} as k ${log.events(bothReads(noReads, dimension.reads), sql`true`)})
    where k is not null group by k`);
  const wanted = query.search?.toLowerCase() ?? '';
  const seen: SeenValue[] = [];
  const types = new Set<string>();
  for (const { k, count } of rows) {
    const value = valueOf(dimension, k as Value)!;
    types.add(typeof value);
    const label = query.field === 'source' ? host.sources.labelOf(String(value)) : undefined;
    if (![String(value), label ?? ''].some((text) => text.toLowerCase().includes(wanted))) continue;
    seen.push({ value, ...(label === undefined ? {} : { label }), count: count as number });
  }
  seen.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  const [type = 'string'] = types;
  return {
    field: query.field,
    type: types.size > 1 ? 'mixed' : (type as NonNullable<ValuesReport['type']>),
    values: seen.slice(0, query.limit ?? 50),
  };
}
