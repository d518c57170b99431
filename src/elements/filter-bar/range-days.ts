import type { Range } from '#contract/api.js';
import { formatDay, parseDay } from '#time/day.js';
import type { FilterValue } from './filter-value.js';

/** The days that a range stands for; nothing where none is chosen, or today is not known. “Last N days” end yesterday. */
export function daysOfRange({ range, start, end }: FilterValue, today: string | undefined): Range | undefined {
  if (start !== undefined && end !== undefined) return { start, end };
  const last = today === undefined ? undefined : parseDay(today);
  if (range === undefined || last === undefined) return undefined;
  if (range === 'today') return { start: formatDay(last), end: formatDay(last) };
  return { start: formatDay(last - lengthOf(range)), end: formatDay(last - 1) };
}

/** How many days a named range holds. */
export function lengthOf(range: string): number {
  return Number(/_(\d+)_/.exec(range)?.[1] ?? 1);
}
