import type { CompareQuery, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { ScopeSettings } from './scope-settings.js';

/** The contract's scope that settings name; nothing where no app is chosen. */
export function scopeOf({ superapp, app }: ScopeSettings): Scope | undefined {
  if (superapp) return 'superapp';
  return app ? `apps/${app}` : undefined;
}

/** What a question compares with: a range of its own, else the kinds that have a name, at most so many. */
export function compareQuery({ compare, compareStart, compareEnd }: ScopeSettings, most?: number): CompareQuery {
  if (compareStart && compareEnd) return { compare_start: compareStart, compare_end: compareEnd };
  return compare?.length ? { compare: compare.slice(0, most) } : {};
}

/** Whether anything is compared with. */
export function isCompared({ compare, compareStart }: ScopeSettings): boolean {
  return compareStart !== undefined || Boolean(compare?.length);
}

/** What every question of a range shares. Only what is set is asked, the rest is the back end's default. */
export function rangeQuery(settings: ScopeSettings, defaultRange: RangeQuery = { range: 'last_30_days' }): RangeQuery {
  const { range, start, end, timezone, profile, environment, filters, superapp, appTypes } = settings;
  return {
    ...(start && end ? { start, end } : range ? { range } : defaultRange),
    ...(timezone && { timezone }),
    ...(profile && { profile }),
    ...(environment && { environment }),
    ...(filters?.length && { filters: [...filters] }),
    ...(superapp && appTypes?.length && { app_type: [...appTypes] }),
  };
}
