import type { Granularity, NamedRange } from '#contract/api.js';
import { parseDay } from '#time/day.js';
import type { ScopeSettings } from '../base/scope-settings.js';

const daysOf: Partial<Record<NamedRange, number>> = {
  today: 1,
  yesterday: 1,
  last_7_days: 7,
  last_15_days: 15,
  last_30_days: 30,
  last_90_days: 90,
};

const perDay: Partial<Record<Granularity, number>> = { hour: 24, day: 1, week: 1 / 7, month: 1 / 30 };

/** How many rows an answer will have, as far as one can tell before it: a skeleton is as high as what it stands for. */
export function expectedRows({ range = 'last_30_days', start, end, granularity }: ScopeSettings): number {
  const [first, last] = [start, end].map((day) => (day === undefined ? undefined : parseDay(day)));
  const isSpan = first !== undefined && last !== undefined;
  const days = isSpan ? last - first + 1 : (daysOf[range] ?? 30);
  const each = perDay[granularity ?? (days === 1 ? 'hour' : 'day')] ?? 24;
  return Math.max(1, Math.ceil(days * each));
}
