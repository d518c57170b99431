import type { ValuesQuery, ValuesReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { valuesReport } from '#reporting/values.js';
import type { EngineHost } from '../host.js';
import type { Slice } from '../scan/scope-log.js';
import type { Dictionary, DictionaryValue } from '../store/dictionary.js';
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
  return valuesReport(query, seenIn(dimension.dictionary, counts), host.sources);
}

/** The values that were counted at all, beside "not set". */
function* seenIn(dictionary: Dictionary<DictionaryValue>, counts: Float64Array): Generator<[DictionaryValue, number]> {
  for (let code = 1; code < counts.length; code++) {
    const value = dictionary.valueOf(code);
    if (counts[code] !== 0 && value !== null) yield [value, counts[code]!];
  }
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
