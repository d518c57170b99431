import { DAY_MS, parseDay } from '#time/day.js';
import { zone, type Zone } from '#time/zone.js';

/** What the calendar and the clock on the wall of the report's zone show when a bucket starts. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** Days since 1970-01-01: two buckets with the same number start on the same day. */
  readonly dayNumber: number;
}

/** Reads a bucket's start, a day (`2026-11-22`) or an instant, as wall time in the report's zone. */
export function wallTime(start: string, timezone: string): WallTime {
  const day = parseDay(start);
  return day === undefined ? clockTime(Date.parse(start), zone(timezone)) : calendarTime(day, 0);
}

function clockTime(ms: number, at: Zone): WallTime {
  const timeOfDay = ((at.localOf(ms) % DAY_MS) + DAY_MS) % DAY_MS;
  return calendarTime(at.dayNumberOf(ms), timeOfDay);
}

function calendarTime(dayNumber: number, timeOfDay: number): WallTime {
  const date = new Date(dayNumber * DAY_MS + timeOfDay);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    dayNumber,
  };
}
