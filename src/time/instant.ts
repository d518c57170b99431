import { DAY_MS, formatDay, parseDay } from './day.js';

const INSTANT_TEXT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i;

/**
 * Epoch milliseconds from an ISO 8601 instant, or nothing where the text is not one. An instant names its offset
 * (`Z` or `+08:00`); parts of a millisecond are dropped.
 */
export function parseInstant(text: string): number | undefined {
  const parts = INSTANT_TEXT.exec(text);
  if (!parts) return undefined;
  const day = parseDay(parts[1]!);
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  const [offsetHour, offsetMinute] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  const isClock = hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
  if (day === undefined || !isClock) return undefined;
  const milliseconds = Number((parts[5] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (offsetHour * 60 + offsetMinute) * 60_000 * (parts[7] === '-' ? -1 : 1);
  return day * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset;
}

/** An instant as ISO 8601 in UTC, with milliseconds only where there are any. */
export function formatInstant(ms: number): string {
  if (ms % 1000 !== 0) return new Date(ms).toISOString();
  const day = Math.floor(ms / DAY_MS);
  const seconds = (ms - day * DAY_MS) / 1000;
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${formatDay(day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(seconds % 60)}Z`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
