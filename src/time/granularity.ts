/** The lengths of bucket that a report can be cut into, finest first; `all` is one bucket. */
export const granularities = [
  'minute',
  '5_minutes',
  '10_minutes',
  '30_minutes',
  'hour',
  'day',
  'week',
  'month',
  'all',
] as const;

/** The length of a bucket. */
export type Granularity = (typeof granularities)[number];

const CLOCK_STEPS: Partial<Record<Granularity, number>> = {
  minute: 60_000,
  '5_minutes': 300_000,
  '10_minutes': 600_000,
  '30_minutes': 1_800_000,
  hour: 3_600_000,
};

/** The length of a bucket that is cut by the clock, in milliseconds; nothing for those cut by the calendar. */
export function clockStep(granularity: Granularity): number | undefined {
  return CLOCK_STEPS[granularity];
}

/** Whether buckets are finer than an hour, which makes a report live. */
export function isFinerThanHour(granularity: Granularity): boolean {
  return (clockStep(granularity) ?? Infinity) < 3_600_000;
}

/** Whether a report is live: cut finer than an hour, or over a range given as instants. */
export function isLive(range: { readonly kind: 'days' | 'instants' }, granularity: Granularity = 'all'): boolean {
  return range.kind === 'instants' || isFinerThanHour(granularity);
}

/** The granularity that shows a range best: one day by the hour, longer by day. */
export function defaultGranularity(range: { readonly firstDay: number; readonly lastDay: number }): Granularity {
  return range.firstDay === range.lastDay ? 'hour' : 'day';
}
