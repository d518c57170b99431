import { changed, sourceWith, type Mutant } from './mutant.js';

/** Takes the period after the next one for the next. */
export const offByOne: Mutant = {
  wrong: 'retention off by one period',
  rules: ['retention.next-period', 'retention.not-ended-is-null'],
  source: (right) =>
    sourceWith(right, {
      retention: async (scope, query, context) => {
        const offsets = query.offsets ?? [1, 2, 3, 4, 5, 6, 7, 14, 30];
        const later = offsets.map((offset) => offset + 1);
        return { ...(await right.retention(scope, { ...query, offsets: later }, context)), offsets };
      },
    }),
};

/** Leaves cohorts out of the average that nobody came back of. */
export const zeroCohortsDropped: Mutant = {
  wrong: 'cohorts with 0 retained are dropped from the average',
  rules: ['retention.average'],
  source: (right) =>
    sourceWith(
      right,
      changed(right, 'retention', (report) => ({
        ...report,
        average: report.offsets.map((_, at) => {
          const returned = report.cohorts.filter(({ retained }) => retained[at]);
          const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
          const size = sum(returned.map((cohort) => cohort.size ?? 0));
          return size === 0 ? null : sum(returned.map(({ retained }) => retained[at]!)) / size;
        }),
      })),
    ),
};
