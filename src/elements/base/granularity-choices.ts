import type { Granularity, Range } from '#contract/api.js';

const LONGEST = { '5_minutes': 6, '10_minutes': 24, '30_minutes': 48 } as const;

/** Lengths of a bucket that make sense for a range: one day by the hour, longer ones by day, week or month. */
export function granularityChoices({ start, end }: Range, offered?: readonly Granularity[]): Granularity[] {
  const isLive = start.length > 10;
  const hours = (Date.parse(end) - Date.parse(start)) / 3_600_000;
  const wanted = isLive ? liveChoices(hours) : dayChoices(Math.round(hours / 24) + 1);
  return offered ? wanted.filter((granularity) => offered.includes(granularity)) : wanted;
}

function dayChoices(days: number): Granularity[] {
  if (days <= 1) return ['hour'];
  if (days <= 7) return ['hour', 'day'];
  return days < 28 ? ['day', 'week'] : ['day', 'week', 'month'];
}

function liveChoices(hours: number): Granularity[] {
  if (hours <= 2) return ['minute', '5_minutes', '10_minutes'];
  const fine = (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).filter((key) => hours <= LONGEST[key]);
  return [...fine, 'hour'];
}
