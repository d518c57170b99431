import { type FilterName, filterParts, type FilterValue } from '#elements/filter-bar/filter-value.js';
import { localDay } from '#format/local-day.js';
import { formatDay, parseDay } from '#time/day.js';
import type { Dataset } from '../dataset.js';

/** Settles what the scope asks about, where the reader has not chosen: the data's first app, 30 days to now, a comparison. */
export function scopeFilter(filter: FilterValue, data: Dataset, now: number, timezone: string): FilterValue {
  const { app, superapp, range, start, compareStart } = filter;
  return {
    environment: 'production',
    compare: compareStart === undefined ? ['previous_period'] : undefined,
    ...withoutGaps(filter),
    app: superapp ? undefined : app || data.firstApp || undefined,
    ...(range === undefined && start === undefined && daysToNow(data, now, timezone)),
  };
}

/** What the reader has chosen, with what he changed just now. */
export function changedFilter(before: FilterValue, value: FilterValue, changed: readonly FilterName[]): FilterValue {
  const keys: readonly (keyof FilterValue)[] = changed.flatMap((name) => filterParts[name]);
  return withoutGaps({ ...before, ...Object.fromEntries(keys.map((key) => [key, value[key]])) });
}

/**
 * The 30 days that end with the day that runs, so that the chart shows it. In a file no day runs: its clock stands at the
 * midnight after its last event. A back end elsewhere has a clock of its own.
 */
function daysToNow({ file, address }: Dataset, now: number, timezone: string): FilterValue {
  if (file !== null || address !== null) return { range: 'last_30_days' };
  const end = localDay(now, timezone);
  return { start: formatDay(parseDay(end)! - 29), end };
}

function withoutGaps(filter: FilterValue): FilterValue {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
