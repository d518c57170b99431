import { numberFormat } from './intl-cache.js';
import { numberParts, textOf } from './parts.js';

/** Units in which people say how long something may take, the longest first, with their seconds. */
export const spanUnits = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A unit of a span of time. */
export type SpanUnit = (typeof spanUnits)[number][0];

/** A span of time as it is said: so many of one unit. */
export interface TimeSpan {
  readonly value: number;
  readonly unit: SpanUnit;
}

/** A span in the longest unit that leaves nothing over: 86,400 seconds are 1 day, 90 seconds are 90 seconds. */
export function spanOf(seconds: number): TimeSpan {
  const [unit, length] = spanUnits.find(([, size]) => seconds >= size && seconds % size === 0) ?? spanUnits[3];
  return { value: seconds / length, unit };
}

/** How many seconds a span lasts. */
export function secondsOf({ value, unit }: TimeSpan): number {
  return value * spanUnits.find(([name]) => name === unit)![1];
}

/** A span in words: `1 day`, `30 minutes`, `7天`. */
export function timeSpan(seconds: number, locale: string): string {
  const { value, unit } = spanOf(seconds);
  return textOf(numberParts(numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }), value));
}
