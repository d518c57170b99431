import type { Meta } from '#contract/api.js';
import type { ScopeSettings } from './scope-settings.js';

/** What an answer that is no report says of itself: it is true at the moment it came. */
export function localMeta({ app = '', timezone, environment, profile }: ScopeSettings, now: number | undefined): Meta {
  const asOf = new Date(now ?? 0).toISOString();
  return {
    scope: `apps/${app}`,
    range: { start: asOf, end: asOf },
    timezone: timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    filters: [],
    environment: environment ?? 'production',
    profile: profile ?? '',
    data_as_of: asOf,
    next_refresh_at: null,
    freshness: { kind: 'live' },
    approximate: false,
    currency: null,
  };
}
