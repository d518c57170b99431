import { range } from '#format/moment.js';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people write it: `2.9 MB`. */
export function bytesText(bytes: number, locale: string): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power]!,
    maximumFractionDigits: power > 1 ? 1 : 0,
  });
  return format.format(bytes / 1000 ** power);
}

/** The first and the last of some days: `17 – 20 May 2015`. */
export function daysText(days: readonly string[], locale: string): string {
  const [start, end] = [days[0], days.at(-1)];
  return start === undefined || end === undefined ? '–' : range({ start, end }, locale, 'UTC');
}
