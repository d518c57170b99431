import type { NamedRange } from '#contract/api.js';

const lengths: Readonly<Record<NamedRange, number>> = {
  today: 0,
  yesterday: 1,
  last_7_days: 7,
  last_15_days: 15,
  last_30_days: 30,
  last_90_days: 90,
};

/** The shortest range that shows all days of a file, or the longest that there is. */
export function fittingRange(days: readonly string[]): NamedRange {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'last_30_days';
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const names = ['last_7_days', 'last_15_days', 'last_30_days'] as const;
  return names.find((name) => lengths[name] >= span) ?? 'last_90_days';
}
