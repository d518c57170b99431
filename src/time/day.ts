/** Milliseconds of a day of 24 hours. */
export const DAY_MS = 86_400_000;

/** The days of the week, in the order in which `Date` numbers them. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The number of a day (days since 1970-01-01) from `YYYY-MM-DD`, or nothing where it is not a day of the calendar. */
export function parseDay(text: string): number | undefined {
  const parts = DAY_TEXT.exec(text);
  if (!parts) return undefined;
  const number = dayNumber(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return formatDay(number) === text ? number : undefined;
}

/** Days that were written lately: reports write the same few hundred again and again. */
const written = new Map<number, string>();
const MOST_WRITTEN = 2048;

/** `YYYY-MM-DD` from the number of a day. */
export function formatDay(day: number): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().split('T')[0]!;
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(day, text);
  }
  return text;
}

/**
 * The same day of the month some months later (or earlier, when negative), or the month's last day where it is shorter:
 * one month before 31 March is 28 or 29 February.
 */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const first = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  return first + Math.min(date.getUTCDate(), daysInMonth(first)) - 1;
}

/** The first day of the month that holds a day. */
export function startOfMonth(day: number): number {
  const date = new Date(day * DAY_MS);
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** The first day of the week that holds a day; weeks begin on Monday unless told otherwise. */
export function startOfWeek(day: number, weekStart: Weekday = 'monday'): number {
  return day - ((weekdayNumber(day) - weekdays.indexOf(weekStart) + 7) % 7);
}

/** The weekday of a day. */
export function weekdayOf(day: number): Weekday {
  return weekdays[weekdayNumber(day)]!;
}

function weekdayNumber(day: number): number {
  return (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

function daysInMonth(first: number): number {
  const date = new Date(first * DAY_MS);
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - first;
}

function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0–99 as 1900–1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY_MS;
}
