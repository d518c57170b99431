import type { Granularity, Range, Unit } from '#contract/api.js';
import { symbolDurations, type DurationPatterns } from './duration.js';
import { growth, type FormattedGrowth } from './growth.js';
import { bucket, day, dayTime, range, time, type DayStyle } from './moment.js';
import { compactNumber, fullNumber } from './number.js';
import { noValue, textOf, type FormattedPart } from './parts.js';
import { percentText } from './percent.js';
import { valueParts, type ValueStyle } from './value.js';

/** What all numbers and dates of one answer have in common. */
export interface FormatsOptions {
  readonly locale: string;
  /** IANA name, from the answer's `meta`. */
  readonly timezone: string;
  /** ISO 4217, from the answer's `meta`. */
  readonly currency?: string | null;
  readonly durations?: DurationPatterns;
}

/**
 * One look for the numbers and dates of a widget: locale, zone and currency are said once. Nothing here depends on the
 * machine's zone or clock.
 */
export class Formats {
  readonly locale: string;
  readonly timezone: string;
  readonly currency: string | null;
  readonly durations: DurationPatterns;

  constructor({ locale, timezone, currency = null, durations = symbolDurations }: FormatsOptions) {
    this.locale = locale;
    this.timezone = timezone;
    this.currency = currency;
    this.durations = durations;
  }

  /** A metric's value in its unit; a dash for `null`. */
  value(value: number | null, unit: Unit, style: ValueStyle = 'full'): string {
    return textOf(this.parts(value, unit, style));
  }

  /** The same in pieces, so that a unit can be set smaller. */
  parts(value: number | null, unit: Unit, style: ValueStyle = 'full'): FormattedPart[] {
    return valueParts(value, unit, style, this);
  }

  /** What a table's header says once for its column: `s`, `%`, `CNY`; nothing for counts. */
  unit(unit: Unit): string {
    if (unit === 'seconds') return this.durations.seconds.replace(/\s*\{s\}\s*/, '');
    return unit === 'rate' ? '%' : unit === 'money' ? (this.currency ?? '') : '';
  }

  /** A whole number with all its digits. */
  count(value: number): string {
    return textOf(fullNumber(value, this.locale));
  }

  /** A number in as few digits as tell it apart: `1.35M`, `134.8万`. */
  compact(value: number): string {
    return textOf(compactNumber(value, this.locale));
  }

  /** A share or rate (0–1); one decimal unless told otherwise. */
  share(fraction: number | null, decimals = 1): string {
    return fraction === null ? noValue : percentText(fraction, this.locale, decimals);
  }

  /** Growth as a whole percentage with its sign, and which way it goes. */
  growth(fraction: number | null): FormattedGrowth {
    return growth(fraction, this.locale);
  }

  /** A day, or the day of an instant. */
  day(moment: string, style: DayStyle = 'short'): string {
    return day(moment, this.locale, this.timezone, style);
  }

  /** The time of day of an instant. */
  time(instant: string): string {
    return time(instant, this.locale, this.timezone);
  }

  /** Day and time of an instant. */
  dayTime(instant: string): string {
    return dayTime(instant, this.locale, this.timezone);
  }

  /** A range of days or instants. */
  range(of: Range, style: DayStyle = 'year'): string {
    return range(of, this.locale, this.timezone, style);
  }

  /** The name of a bucket in full. */
  bucket(of: Range, granularity?: Granularity): string {
    return bucket(of, granularity, this.locale, this.timezone);
  }
}
