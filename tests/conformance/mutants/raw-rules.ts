import type { Profile } from '#contract/api.js';
import { profiles } from '#contract/profiles.js';
import { createEngine, type Engine } from '#engine/index.js';
import { sourceWith, type Mutant } from './mutant.js';

/** An engine with other rules, which says that it has the right ones. */
function under(right: Engine, change: (profile: Profile) => Profile) {
  const wrong = createEngine({ clock: right.clock, profiles: profiles.map(change) });
  return sourceWith(wrong, { catalog: () => right.catalog() });
}

/** Counts a user as new after 29 days. */
export const newAfter29Days: Mutant = {
  wrong: 'new again after 29 days, not 30',
  rules: ['load.reactivation'],
  source: (right) =>
    under(right, (profile) =>
      profile.new_user.rule === 'reactivation' ? { ...profile, new_user: { rule: 'reactivation', days: 29 } } : profile,
    ),
};

/** Begins an open after a gap of exactly 30:00. */
export const gapSplits: Mutant = {
  wrong: 'a gap of exactly 30:00 splits an open',
  rules: ['load.gap-of-30-minutes'],
  source: (right) => under(right, (profile) => ({ ...profile, session_timeout_seconds: 1799.999 })),
};

/** Leaves the end of the window out. */
export const windowEndExcluded: Mutant = {
  wrong: 'the end of the window of a funnel is excluded',
  rules: ['load.window-end'],
  source: (right) =>
    sourceWith(right, {
      funnel: (scope, query, context) => right.funnel(scope, shorter(query), context),
      funnel_next: (scope, query, context) => right.funnel_next(scope, shorter(query), context),
    }),
};

function shorter<Query extends { window_seconds?: number }>(query: Query): Query {
  return query.window_seconds === undefined ? query : { ...query, window_seconds: query.window_seconds - 0.001 };
}
