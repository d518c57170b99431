import { currencyExponent } from './currency-exponent.js';
import { numberFormat } from './intl-cache.js';
import { cardLimit, compactDigits, compactNumber, fullNumber } from './number.js';
import { type FormattedPart, numberParts } from './parts.js';

/** How an amount is written. */
export type MoneyStyle = 'full' | 'card' | 'compact' | 'plain';

/**
 * Minor units of a currency as people read them: `¥2,165.53`; on a card whole from a thousand and compact from a
 * million; compact `¥217K`; plain leaves the sign to a header.
 * Without a currency, the number in minor units.
 */
export function money(
  minor: number,
  currency: string | null,
  locale: string,
  style: MoneyStyle = 'full',
): FormattedPart[] {
  if (!currency) return isCompact(minor, style) ? compactNumber(minor, locale) : fullNumber(minor, locale);
  const exponent = currencyExponent(currency);
  const major = minor / 10 ** exponent;
  if (style === 'plain') return fullNumber(major, locale, exponent);
  const sign = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const decimals = style === 'card' && Math.abs(major) >= 1000 ? 0 : exponent;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberParts(numberFormat(locale, { ...sign, ...(isCompact(major, style) ? compactDigits : digits) }), major);
}

function isCompact(shown: number, style: MoneyStyle): boolean {
  return style === 'compact' || (style === 'card' && Math.abs(shown) >= cardLimit);
}
