import type { App } from '#contract/api.js';
import { startOfMonth, addMonths } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { periodsOf, type Period } from '../plan/periods.js';
import type { Question } from '../plan/question.js';
import { measure } from './measure.js';

const registryMetrics = ['mau', 'apps_created', 'apps_available'] as const;

type RegistryMetric = (typeof registryMetrics)[number];

/** Whether a metric is of the superapp as a whole: counted by calendar month, or in the registry of apps. */
export function isRegistryMetric(id: string): id is RegistryMetric {
  return (registryMetrics as readonly string[]).includes(id);
}

/** The values of such a metric, one for each period. */
export async function registryValues(
  question: Question,
  id: RegistryMetric,
  periods: readonly Period[],
): Promise<(number | null)[]> {
  const { asOf, apps, host } = question;
  if (id === 'mau') return monthlyActiveUsers(question, periods);
  if (!host.registry) return periods.map(() => null);
  const counts = id === 'apps_created' ? isCreated : isAvailable;
  return periods.map((period) => apps.filter((app) => counts(app, Math.min(period.end, asOf))).length);
}

/** The active users of the calendar month that holds the end of each period. */
async function monthlyActiveUsers(question: Question, periods: readonly Period[]): Promise<number[]> {
  const { zone, asOf } = question;
  const users = new Map<number, number>();
  const monthOf = ({ end }: Period) => startOfMonth(zone.dayNumberOf(Math.min(end, asOf) - 1));
  for (const first of new Set(periods.map(monthOf))) {
    const month = { start: zone.startOfDay(first), end: zone.startOfDay(addMonths(first, 1)) };
    const values = await measure(question, ['active_users'], periodsOf([{ ...month, before: month }], asOf), null);
    users.set(first, values.at('active_users', 0, 0) ?? 0);
  }
  return periods.map((period) => users.get(monthOf(period))!);
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
