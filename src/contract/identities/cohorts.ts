import { type Identity, unless } from './identity.js';

const kinds = ['new_users', 'active_users'] as const;

/** Who comes back is of the cohort. */
export const retainedOfCohort: Identity = {
  id: 'retained_of_cohort',
  sentence: 'retention <= cohort',
  async check(ask) {
    const asked = kinds.flatMap((kind) => [ask.retention(kind, 'day'), ask.retention(kind, 'week')]);
    const reports = await Promise.all(asked);
    return reports.flatMap((report) =>
      (report?.cohorts ?? []).flatMap(({ start, size, retained }) =>
        retained.flatMap((value, at) => {
          if (value === null || size === null) return [];
          const where = `retained of ${start} in period ${report?.offsets[at]}`;
          return unless(value <= size, where, value, `at most ${size}, the size of the cohort`);
        }),
      ),
    );
  },
};

/** A cohort of a day is what the trend says of that day. */
export const cohortOfTrend: Identity = {
  id: 'cohort_of_trend',
  sentence: "trend of new users on a day = that day's cohort size",
  async check(ask) {
    const found = await Promise.all(
      ask.known(kinds).map(async (metric) => {
        const kind = metric as (typeof kinds)[number];
        const [retention, { buckets, series }] = await Promise.all([
          ask.retention(kind, 'day'),
          ask.trend([metric], 'day'),
        ]);
        const sizes = new Map(retention?.cohorts.map(({ start, size }) => [start, size]));
        return buckets.flatMap(({ start }, day) => {
          const [size, value] = [sizes.get(start) ?? null, series[0]?.values[day] ?? null];
          if (!retention || value === null) return [];
          return unless(size === value, `cohort of ${metric} of ${start}`, size ?? NaN, `${value} in the trend`);
        });
      }),
    );
    return found.flat();
  },
};
