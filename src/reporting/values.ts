import type { SeenValue, ValuesQuery, ValuesReport } from '#contract/api.js';

/** The answer: the values that match the search, the most frequent first, ties by value; and the type of all. */
export function valuesReport(
  { field, search = '', limit = 50 }: ValuesQuery,
  counted: Iterable<readonly [value: string | number | boolean, count: number]>,
  sources: { labelOf(key: string): string },
): ValuesReport {
  const wanted = search.toLowerCase();
  const seen: SeenValue[] = [];
  const types = new Set<string>();
  for (const [value, count] of counted) {
    types.add(typeof value);
    const label = field === 'source' ? sources.labelOf(String(value)) : undefined;
    if (![String(value), label ?? ''].some((text) => text.toLowerCase().includes(wanted))) continue;
    seen.push({ value, ...(label === undefined ? {} : { label }), count });
  }
  seen.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  const [type = 'string'] = types;
  return {
    field,
    type: types.size > 1 ? 'mixed' : (type as NonNullable<ValuesReport['type']>),
    values: seen.slice(0, limit),
  };
}
