import type { Granularity, Range } from '#contract/api.js';
import { dateFormat, rangeText } from './intl-cache.js';

/** How much of a date is written: `21 Nov`, `Sat 21 Nov`, `21 Nov 2026`. */
export type DayStyle = 'short' | 'weekday' | 'year';

const dayLength = 'YYYY-MM-DD'.length;

/** Whether the contract wrote a calendar day; else it is an instant. */
export function isDay(moment: string): boolean {
  return moment.length === dayLength;
}

/** A calendar day, or the day of an instant in a zone. */
export function day(moment: string, locale: string, timezone: string, style: DayStyle = 'short'): string {
  return format(moment, locale, timezone, dayOptions(locale, style));
}

/** The time of day of an instant: `13:30`. Always 24 hours, so that columns and axes keep one width. */
export function time(instant: string, locale: string, timezone: string): string {
  return format(instant, locale, timezone, clock);
}

/** Day and time of an instant: `21 Nov, 13:30`. */
export function dayTime(instant: string, locale: string, timezone: string): string {
  return format(instant, locale, timezone, { ...dayOptions(locale, 'short'), ...clock });
}

/** A range as people read it: `24 Oct – 22 Nov 2026`, `21 Nov 2026`. The contract's end instant is excluded. */
export function range({ start, end }: Range, locale: string, timezone: string, style: DayStyle = 'year'): string {
  const timeZone = isDay(start) ? 'UTC' : timezone;
  const options = { timeZone, ...dayOptions(locale, style), ...(isDay(start) ? {} : clock) };
  if (isDay(start) && writesMonthsWithSign(locale)) return signedRange(start, end, locale, style);
  return rangeText(locale, options, start, end);
}

/** Intl would turn a Chinese or Japanese range into 11/21 – 12/22; people there write 11月21日 – 12月22日. */
function signedRange(start: string, end: string, locale: string, style: DayStyle): string {
  const first = day(start, locale, 'UTC', style);
  if (start === end) return first;
  const isSameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${first} – ${day(end, locale, 'UTC', style === 'year' && isSameYear ? 'short' : style)}`;
}

function writesMonthsWithSign(locale: string): boolean {
  return /^(zh|ja)\b/.test(locale);
}

/** A bucket's name in full: `Sat 21 Nov, 13:00`, `Sat 21 Nov`, `16 – 22 Nov`, `November 2026`. */
export function bucket(
  { start, end }: Range,
  granularity: Granularity | undefined,
  locale: string,
  timezone: string,
): string {
  if (!isDay(start)) return format(start, locale, timezone, { ...dayOptions(locale, 'weekday'), ...clock });
  if (granularity === 'month') return format(start, locale, timezone, { month: 'long', year: 'numeric' });
  return start === end ? day(start, locale, timezone, 'weekday') : range({ start, end }, locale, timezone, 'short');
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

function dayOptions(locale: string, style: DayStyle): Intl.DateTimeFormatOptions {
  return {
    day: 'numeric',
    month: writesMonthsWithSign(locale) ? 'long' : 'short',
    ...(style === 'weekday' && { weekday: 'short' }),
    ...(style === 'year' && { year: 'numeric' }),
  };
}

function format(moment: string, locale: string, timezone: string, options: Intl.DateTimeFormatOptions): string {
  // A calendar day has no zone; as an ISO string it is read as UTC.
  const timeZone = isDay(moment) ? 'UTC' : timezone;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : dateFormat(locale, { timeZone, ...options }).format(date);
}
