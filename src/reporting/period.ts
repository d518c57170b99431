import { periodBefore } from '#time/buckets.js';
import type { Interval, TimeRange } from '#time/range.js';
import type { Zone } from '#time/zone.js';

/** A period and the whole period before it, which "retained" and "backflow" look back at. */
export interface Period extends Interval {
  readonly before: Interval;
}

/** A range as one period, or the part of it that is counted. */
export function onePeriod(zone: Zone, range: TimeRange, { start, end }: Interval = range): Period {
  return { start, end, before: periodBefore(zone, range) };
}
