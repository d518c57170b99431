import type { Range } from '#contract/api.js';
import { formatDay, parseDay } from '#time/day.js';

/** How many days lie from one to another, both included; nothing where one of them is no day. */
export function countDays(start: string, end: string): number | undefined {
  const [first, last] = [parseDay(start), parseDay(end)];
  return first === undefined || last === undefined ? undefined : last - first + 1;
}

/** What is wrong with chosen days. */
export type DaysFault = 'missing' | 'reversed' | 'future' | 'tooMany';

/** What is wrong with chosen days, if anything is. */
export function faultOfDays(start: string, end: string, most: number, today: string): DaysFault | undefined {
  const count = countDays(start, end);
  if (count === undefined) return 'missing';
  if (count < 1) return 'reversed';
  if (end > today) return 'future';
  return count > most ? 'tooMany' : undefined;
}

/** As many days, just before. */
export function previousDays({ start, end }: Range): Range | undefined {
  const [first, count] = [parseDay(start), countDays(start, end)];
  if (first === undefined || count === undefined) return undefined;
  return { start: formatDay(first - count), end: formatDay(first - 1) };
}
