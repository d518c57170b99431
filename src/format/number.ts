import { numberFormat } from './intl-cache.js';
import { type FormattedPart, numberParts, numberText } from './parts.js';

/** Every digit of a number: counts whole, averages with as many decimals as asked. */
export function fullNumber(value: number, locale: string, decimals = 0): FormattedPart[] {
  const format = numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return [{ text: numberText(format, value), isUnit: false }];
}

/**
 * A number in as few digits as tell it apart, in the words of the locale: `1.35M`, `134.8万`. At least three digits,
 * and at least one decimal before a word.
 */
export function compactNumber(value: number, locale: string): FormattedPart[] {
  return numberParts(numberFormat(locale, compactDigits), value);
}

/** From here on a card writes compact numbers: up to six digits are written in full. */
export const cardLimit = 1_000_000;

/** The options behind {@link compactNumber}, for formats that add a currency or a percent sign. */
export const compactDigits: Intl.NumberFormatOptions = {
  notation: 'compact',
  maximumSignificantDigits: 3,
  maximumFractionDigits: 1,
  roundingPriority: 'morePrecision',
};
