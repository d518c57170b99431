import type { TrendReport } from '../api.js';
import { type Disagreement, type Identity, unless } from './identity.js';

const distinct = ['active_users', 'new_users', 'sharers', 'payers', 'page_visitors'];

/** The users of a range against those of its days. */
export const usersOfDays: Identity = {
  id: 'users_of_days',
  sentence: 'max(day) <= range users <= sum(days)',
  async check(ask) {
    const metrics = ask.known(distinct);
    if (metrics.length === 0) return [];
    const [whole, daily] = await Promise.all([ask.summary(metrics), ask.trend(metrics, 'day')]);
    return daily.series.flatMap(({ metric, values }) => {
      const range = whole.metrics.find((row) => row.metric === metric)?.value ?? null;
      if (range === null) return [];
      const days = values.map((value) => value ?? 0);
      const most = days.reduce((max, value) => Math.max(max, value), 0);
      const sum = days.reduce((total, value) => total + value, 0);
      const expected = `at least ${most} (most of a day) and at most ${sum} (all days)`;
      return unless(most <= range && range <= sum, `${metric} of the range`, range, expected);
    });
  },
};

/** Who is active is new, was here just before, or comes back; only where a user is new once. */
export const partsOfActive: Identity = {
  id: 'parts_of_active',
  sentence: 'active = new + retained-not-new + backflow',
  async check(ask) {
    const { profiles, default_profile: usual } = ask.catalog;
    const profile = profiles.find(({ id }) => id === (ask.query.profile ?? usual));
    const metrics = ask.known(['active_users', 'new_users', 'retained_users', 'backflow_users']);
    if (profile?.new_user.rule !== 'first_ever' || metrics.length < 4) return [];
    const trends = await Promise.all((['day', 'week', 'all'] as const).map((cut) => ask.trend(metrics, cut)));
    return trends.flatMap(partsOfBuckets);
  },
};

function partsOfBuckets({ buckets, series }: TrendReport): Disagreement[] {
  const valuesOf = (id: string) => series.find(({ metric }) => metric === id)?.values ?? [];
  const active = valuesOf('active_users');
  const [fresh, retained, backflow] = ['new_users', 'retained_users', 'backflow_users'].map(valuesOf);
  return buckets.flatMap(({ start, end }, at) => {
    const parts = [fresh?.[at], retained?.[at], backflow?.[at]].map((value) => value ?? 0);
    const sum = parts.reduce((total, value) => total + value, 0);
    const got = active[at] ?? null;
    if (got === null) return [];
    const expected = `${parts[0]} new + ${parts[1]} retained + ${parts[2]} backflow`;
    return unless(got === sum, `active_users of ${start} to ${end}`, got, expected);
  });
}
