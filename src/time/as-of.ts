import type { Zone } from './zone.js';

const MINUTE_MS = 60_000;

/** Up to when data counts: now, the last midnight (T+1), or now floored to a stretch of minutes. */
export type AsOfRule =
  { readonly rule: 'now' } | { readonly rule: 'last_midnight' } | { readonly rule: 'floor'; readonly minutes: number };

/** Up to when a report holds data, and from when there can be news. */
export interface AsOf {
  readonly asOf: number;
  /** Under `now` there can be news at any time: the next full minute, the shortest bucket there is. */
  readonly nextRefresh: number;
}

/** How often there can be news, as `meta.freshness` writes it. */
export interface FreshnessOfRule {
  kind: 'live' | 'daily' | 'interval';
  minutes?: number;
}

/** Applies a rule at `now`, in the profile's zone (which need not be the report's). */
export function asOf(profileZone: Zone, rule: AsOfRule, now: number): AsOf {
  switch (rule.rule) {
    case 'now':
      return { asOf: now, nextRefresh: floorTo(profileZone, now, MINUTE_MS) + MINUTE_MS };
    case 'last_midnight': {
      const today = profileZone.dayNumberOf(now);
      return { asOf: profileZone.startOfDay(today), nextRefresh: profileZone.endOfDay(today) };
    }
    case 'floor': {
      const step = rule.minutes * MINUTE_MS;
      const floored = floorTo(profileZone, now, step);
      return { asOf: floored, nextRefresh: floored + step };
    }
  }
}

/** What a rule means for a reader: live, daily, or by an interval of minutes. */
export function freshnessOf(rule: AsOfRule): FreshnessOfRule {
  if (rule.rule === 'floor') return { kind: 'interval', minutes: rule.minutes };
  return { kind: rule.rule === 'now' ? 'live' : 'daily' };
}

/** Floors the local clock, so that “every 30 minutes” is :00 and :30 also at +05:45. */
function floorTo(zone: Zone, now: number, step: number): number {
  const offset = zone.offsetAt(now);
  return Math.floor((now + offset) / step) * step - offset;
}
