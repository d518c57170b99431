import { dateFormat } from './intl-cache.js';
import { time } from './moment.js';

/** The calendar day (`YYYY-MM-DD`) of an instant in a zone. */
export function localDay(instant: string | number, timezone: string): string {
  const options = { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = dateFormat('en', options).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whether an instant is the very start of a day in a zone: data until then holds the whole day before. */
export function isMidnight(instant: string, timezone: string): boolean {
  return time(instant, 'en', timezone) === '00:00' && Date.parse(instant) % 60_000 === 0;
}
