import type { RetentionQuery } from '#contract/api.js';
import { cohortKinds } from '#contract/vocabulary.js';
import type { ReportQuestion } from './context.js';
import { rangeMembers } from './members.js';
import { checkLength, checkLive, readRangePart } from './range.js';
import { compact } from './reader.js';

const PERIODS = ['day', 'week', 'month'] as const;
const DEFAULT_OFFSETS = {
  day: [1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [1, 2, 3, 4, 5, 6, 7, 8],
  month: [1, 2, 3, 4, 5, 6],
} as const;

/** Who comes back, by cohort. The range is that of the cohorts. */
export const retentionQuestion: ReportQuestion<'retention'> = {
  members: [...rangeMembers, 'cohort', 'granularity', 'offsets'],
  read(reader, context) {
    const part = readRangePart(reader, context);
    const granularity = reader.has('granularity') ? reader.word('granularity', PERIODS) : 'day';
    if (part.range && granularity) checkLength(reader, part.range, granularity, context.catalog.limits);
    checkLive(reader, part);
    reader.require('cohort', cohortKinds);
    const offsets = reader.integers('offsets', 1, 366);
    return compact<RetentionQuery>({
      ...part.query,
      cohort: reader.word('cohort', cohortKinds) ?? 'new_users',
      granularity,
      offsets: offsets ?? [...DEFAULT_OFFSETS[granularity ?? 'day']],
    });
  },
};
