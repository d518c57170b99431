import type { SeenValue, ValuesQuery, ValuesReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { EngineHost } from '../host.js';
import type { Slice } from '../scan/scope-log.js';
import { resolveQuestion } from './question.js';

/**
 * The values of a dimension that the scope's events carry, the most frequent first, ties by value: suggestions for a
 * filter. An event counts for its own value in event dimensions, for its open's value in open dimensions.
 */
export function values(host: EngineHost, scope: Scope, query: ValuesQuery): ValuesReport {
  const question = resolveQuestion(host, scope, query, false);
  const { log } = question;
  const dimension = question.dimension(query.field);
  for (const { segment } of log.slices) dimension.ownCodes(segment);
  const counts = new Float64Array(dimension.dictionary.size);
  for (const slice of log.slices) {
    countValues(slice, dimension.ownCodes(slice.segment), dimension.openCodes(slice), log.asOf, counts);
  }
  const wanted = query.search?.toLowerCase() ?? '';
  const seen: SeenValue[] = [];
  const types = new Set<string>();
  for (let code = 1; code < counts.length; code++) {
    const value = dimension.dictionary.valueOf(code);
    if (counts[code] === 0 || value === null) continue;
    types.add(typeof value);
    const label = query.field === 'source' ? host.sources.labelOf(String(value)) : undefined;
    if (![String(value), label ?? ''].some((text) => text.toLowerCase().includes(wanted))) continue;
    seen.push({ value, ...(label === undefined ? {} : { label }), count: counts[code]! });
  }
  seen.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  const [type = 'string'] = types;
  return {
    field: query.field,
    type: types.size > 1 ? 'mixed' : (type as NonNullable<ValuesReport['type']>),
    values: seen.slice(0, query.limit ?? 50),
  };
}

function countValues(
  { segment, sessions }: Slice,
  own: ArrayLike<number> | null,
  ofOpens: ArrayLike<number> | null,
  asOf: number,
  counts: Float64Array,
): void {
  const { openOf } = sessions;
  for (let row = 0; row < segment.length; row++) {
    if (!(segment.ts[row]! < asOf)) continue;
    const open = ofOpens ? openOf[row]! : 0;
    const code = open === 0 ? (own ? own[row]! : 0) : ofOpens![open - 1]!;
    counts[code]!++;
  }
}
