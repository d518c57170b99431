import { numberFormat } from './intl-cache.js';
import { type FormattedPart, numberParts } from './parts.js';

/** A fraction 0–1 as percent, with two decimals unless told otherwise: `30.84%`. */
export function percent(fraction: number, locale: string, decimals = 2): FormattedPart[] {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberParts(numberFormat(locale, { style: 'percent', ...digits }), fraction);
}
