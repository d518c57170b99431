import { numberFormat } from './intl-cache.js';
import { type FormattedPart, numberParts, numberText } from './parts.js';

/** A fraction 0–1 as percent, with two decimals unless told otherwise: `30.84%`. */
export function percent(fraction: number, locale: string, decimals = 2): FormattedPart[] {
  return numberParts(percentFormat(locale, decimals), fraction);
}

/** The same as one text. */
export function percentText(fraction: number, locale: string, decimals: number): string {
  return numberText(percentFormat(locale, decimals), fraction);
}

function percentFormat(locale: string, decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(locale, { style: 'percent', ...digits });
}
