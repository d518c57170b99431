import type { CompareKind, RangeQuery } from '#contract/api.js';
import type { Dataset } from '../dataset.js';
import type { ConsoleState } from '../state/console-state.js';

/** What the scope element needs of the console's state. */
export interface ScopeChoices {
  readonly app: string | undefined;
  readonly superapp: boolean;
  readonly range: RangeQuery;
  readonly timezone: string;
  readonly os: readonly string[] | undefined;
  readonly compare: readonly CompareKind[];
}

/** All apps together. */
export const everyApp = '*';

/** Settles what the state means for the data that is shown. */
export function scopeChoices(state: ConsoleState, data: Dataset, now: number): ScopeChoices {
  const timezone = state.zone || data.zone;
  return {
    app: state.app === everyApp ? undefined : state.app || data.firstApp || undefined,
    superapp: state.app === everyApp,
    range: rangeOf(state, data, now, timezone),
    timezone,
    os: state.os ? [state.os] : undefined,
    compare: state.compare === 'none' ? [] : [state.compare],
  };
}

/**
 * "30 days to now" ends with the day that runs, so that the chart shows it. In a file no day runs: its clock stands at the
 * midnight after its last event.
 */
function rangeOf({ range }: ConsoleState, { file }: Dataset, now: number, timezone: string): RangeQuery {
  if (typeof range === 'object') return range;
  if (range !== 'to_now') return { range };
  if (file !== null) return { range: 'last_30_days' };
  const end = dayIn(timezone, now);
  return { start: daysBefore(end, 29), end };
}

/** The calendar day that an instant falls on. */
export function dayIn(timezone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${of['year']}-${of['month']}-${of['day']}`;
}

/** A calendar day so many days earlier. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}
