import { fullNumber } from './number.js';
import { type FormattedPart, textOf } from './parts.js';

/**
 * How a language writes a duration. `{s}`, `{m}`, `{h}` and `{d}` are numbers, all else is the unit. Node 20 and older
 * browsers have no `Intl.DurationFormat`, whose narrow form would also drop the space.
 */
export interface DurationPatterns {
  readonly seconds: string;
  readonly minutes: string;
  readonly minutesSeconds: string;
  readonly hours: string;
  readonly hoursMinutes: string;
  readonly days: string;
  readonly daysHours: string;
}

/** The international symbols, which most languages write. */
export const symbolDurations: DurationPatterns = {
  seconds: '{s} s',
  minutes: '{m} min',
  minutesSeconds: '{m} min {s} s',
  hours: '{h} h',
  hoursMinutes: '{h} h {m} min',
  days: '{d} d',
  daysHours: '{d} d {h} h',
};

/** How much of a duration is written. */
export interface DurationOptions {
  readonly patterns?: DurationPatterns;
  /** Leaves out a second part that is 0, and the decimal of whole seconds: `2 min`, `30 s`, as on an axis. */
  readonly isBrief?: boolean;
}

/** A duration in seconds as people read it: `13.4 s`, `2 min 05 s`, `8 h 46 min`. */
export function duration(seconds: number, locale: string, options: DurationOptions = {}): FormattedPart[] {
  const { patterns = symbolDurations, isBrief = false } = options;
  const sign = seconds < 0 ? '−' : '';
  const tenths = Math.round(Math.abs(seconds) * 10) / 10;
  if (tenths < 60) {
    const decimals = isBrief && Number.isInteger(tenths) ? 0 : 1;
    return fill(patterns.seconds, { s: sign + textOf(fullNumber(tenths, locale, decimals)) });
  }
  const { pattern, values } = largest(Math.round(tenths), patterns, isBrief);
  const texts = Object.fromEntries(
    Object.entries(values).map(([unit, value], index) => [
      unit,
      index === 0 ? sign + whole(value, locale) : two(value, locale),
    ]),
  );
  return fill(pattern, texts);
}

function largest(seconds: number, patterns: DurationPatterns, isBrief: boolean) {
  if (seconds < 3600) {
    const [m, s] = [Math.floor(seconds / 60), seconds % 60];
    return isBrief && s === 0
      ? { pattern: patterns.minutes, values: { m } }
      : { pattern: patterns.minutesSeconds, values: { m, s } };
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) {
    const [h, m] = [Math.floor(minutes / 60), minutes % 60];
    return isBrief && m === 0
      ? { pattern: patterns.hours, values: { h } }
      : { pattern: patterns.hoursMinutes, values: { h, m } };
  }
  const hours = Math.round(minutes / 60);
  const [d, h] = [Math.floor(hours / 24), hours % 24];
  return isBrief && h === 0
    ? { pattern: patterns.days, values: { d } }
    : { pattern: patterns.daysHours, values: { d, h } };
}

function whole(value: number, locale: string): string {
  return textOf(fullNumber(value, locale));
}

function two(value: number, locale: string): string {
  return value < 10 ? whole(0, locale) + whole(value, locale) : whole(value, locale);
}

function fill(pattern: string, values: Readonly<Record<string, string>>): FormattedPart[] {
  return pattern
    .split(/\{(\w)\}/)
    .map((text, index) => (index % 2 ? { text: values[text] ?? '', isUnit: false } : { text, isUnit: true }))
    .filter(({ text }) => text !== '');
}
