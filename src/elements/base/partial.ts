import type { Meta } from '#contract/api.js';
import { isDay } from '#format/moment.js';
import { isMidnight, localDay } from '#format/local-day.js';

/** Whether the range of an answer is not over yet: its data ends within it. */
export function isPartial({ range, data_as_of: asOf, timezone }: Meta): boolean {
  if (!range) return false;
  if (!isDay(range.start))
    return Date.parse(range.start) < Date.parse(asOf) && Date.parse(asOf) < Date.parse(range.end);
  const day = localDay(asOf, timezone);
  return day <= range.end && (day > range.start || (day === range.start && !isMidnight(asOf, timezone)));
}
