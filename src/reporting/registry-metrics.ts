import type { App } from '#contract/api.js';
import { addMonths, startOfMonth } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import type { Interval } from '#time/range.js';
import type { Period } from './period.js';
import type { Subject } from './question.js';

const registryMetrics = ['mau', 'apps_created', 'apps_available'] as const;

/** A metric of the superapp as a whole. */
export type RegistryMetric = (typeof registryMetrics)[number];

/** Whether a metric is of the superapp as a whole: counted by calendar month, or in the registry of apps. */
export function isRegistryMetric(id: string): id is RegistryMetric {
  return (registryMetrics as readonly string[]).includes(id);
}

/** How many apps of the scope were created, or available, by the end of each period; `null` without a registry. */
export function appCounts(
  { asOf, apps }: Subject,
  hasRegistry: boolean,
  id: Exclude<RegistryMetric, 'mau'>,
  periods: readonly Interval[],
): (number | null)[] {
  if (!hasRegistry) return periods.map(() => null);
  const counts = id === 'apps_created' ? isCreated : isAvailable;
  return periods.map((period) => apps.filter((app) => counts(app, Math.min(period.end, asOf))).length);
}

/** The calendar month that holds the end of a period: `mau` counts the active users of it. */
export function monthOfEnd({ zone, asOf }: Subject, { end }: Interval): Period {
  const first = startOfMonth(zone.dayNumberOf(Math.min(end, asOf) - 1));
  const month = { start: zone.startOfDay(first), end: zone.startOfDay(addMonths(first, 1)) };
  return { ...month, before: month };
}

/** An app whose time of creation is not known was created some time. */
function isCreated({ created_at: created }: App, end: number): boolean {
  return timeOf(created, -Infinity) < end;
}

/** Available since some time before the end of a period, and not taken back by then. */
function isAvailable({ available_from: from, available_to: to }: App, end: number): boolean {
  return timeOf(from, Infinity) < end && timeOf(to, Infinity) >= end;
}

function timeOf(instant: string | null | undefined, unknown: number): number {
  return (instant ? parseInstant(instant) : undefined) ?? unknown;
}
