import { currencyExponent } from './currency-exponent.js';
import { numberFormat } from './intl-cache.js';
import { compactDigits, compactNumber, fullNumber } from './number.js';
import { type FormattedPart, numberParts } from './parts.js';

/** How an amount is written. */
export type MoneyStyle = 'full' | 'compact' | 'plain';

/**
 * Minor units of a currency as people read them: `¥2,165.53`; compact `¥217K`; plain leaves the sign to a header.
 * Without a currency, the number in minor units.
 */
export function money(
  minor: number,
  currency: string | null,
  locale: string,
  style: MoneyStyle = 'full',
): FormattedPart[] {
  if (!currency) return style === 'compact' ? compactNumber(minor, locale) : fullNumber(minor, locale);
  const decimals = currencyExponent(currency);
  const major = minor / 10 ** decimals;
  if (style === 'plain') return fullNumber(major, locale, decimals);
  const sign = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits =
    style === 'compact' ? compactDigits : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberParts(numberFormat(locale, { ...sign, ...digits }), major);
}
