import { distributionsOf } from '#contract/vocabulary.js';
import type { ReportQuestion } from './context.js';
import { compareMembers, rangeMembers } from './members.js';
import { checkLength, checkLive, readCompare, readRangePart } from './range.js';

/** How opens spread over buckets of a measure. */
export const distributionQuestion: ReportQuestion<'distribution'> = {
  members: [...rangeMembers, ...compareMembers, 'of'],
  read(reader, context) {
    const part = readRangePart(reader, context);
    if (part.range) checkLength(reader, part.range, 'all', context.catalog.limits);
    checkLive(reader, part);
    reader.require('of', distributionsOf);
    const of = reader.word('of', distributionsOf) ?? distributionsOf[0];
    return { ...part.query, ...readCompare(reader, context, part), of };
  },
};
