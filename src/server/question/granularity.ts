import type { Granularity } from '#contract/api.js';
import { granularities } from '#contract/vocabulary.js';
import { defaultGranularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import type { QuestionContext } from './context.js';
import type { Reader } from './reader.js';

/** Reads `granularity`; default hour for one day, else day. */
export function readGranularity(
  reader: Reader,
  { catalog }: QuestionContext,
  range: TimeRange | undefined,
): Granularity | undefined {
  if (!reader.has('granularity')) return range && defaultGranularity(range);
  const granularity = reader.word('granularity', granularities);
  if (granularity === undefined || catalog.granularities.includes(granularity)) return granularity;
  const message = `This back end does not cut by ${granularity}.`;
  reader.faults.add('not_available', 'granularity', message, catalog.granularities);
  return undefined;
}
