import type { ReportQuestion } from './context.js';
import { compareMembers, rangeMembers } from './members.js';
import { readMetrics } from './metrics.js';
import { checkLength, checkLive, readCompare, readRangePart } from './range.js';

/** The value of each metric over the whole range. */
export const summaryQuestion: ReportQuestion<'summary'> = {
  members: [...rangeMembers, ...compareMembers, 'metrics'],
  read(reader, context) {
    const part = readRangePart(reader, context);
    if (part.range) checkLength(reader, part.range, 'all', context.catalog.limits);
    checkLive(reader, part);
    const compare = readCompare(reader, context, part);
    return { ...part.query, ...compare, metrics: readMetrics(reader, context, 'summary') };
  },
};
