import { intlLocale } from './intl-locale.js';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const rangeTexts = new Map<string, string>();
const MOST_RANGES = 200;

/** One `Intl.NumberFormat` for each locale and set of options: making one costs about as much as 500 uses. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(numberFormats, [locale, options], () => new Intl.NumberFormat(intlLocale(locale, 'number'), options));
}

/** One `Intl.DateTimeFormat` for each locale and set of options, which name the zone. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(dateFormats, [locale, options], () => new Intl.DateTimeFormat(intlLocale(locale, 'date'), options));
}

/** A range of dates as text, kept: all widgets of a page write the same few, and writing one costs as much as 30 numbers. */
export function rangeText(locale: string, options: Intl.DateTimeFormatOptions, start: string, end: string): string {
  if (rangeTexts.size >= MOST_RANGES) rangeTexts.clear();
  const write = (): string => dateFormat(locale, options).formatRange(new Date(start), new Date(end));
  return cached(rangeTexts, [locale, options, start, end], write);
}

function cached<Format>(formats: Map<string, Format>, by: unknown, make: () => Format): Format {
  const key = JSON.stringify(by);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = make()));
  return format;
}
