/**
 * The locale that Intl is asked for. A host that names a region or an extension gets exactly that. Plain `en` writes
 * dates in the order most of the world reads (21 Nov) but numbers with `K` and `M`; plain `ar` writes the digits that
 * paths and times on the same page are written with.
 */
export function intlLocale(locale: string, use: 'number' | 'date'): string {
  if (locale === 'en' && use === 'date') return 'en-GB';
  if (locale === 'ar') return 'ar-u-nu-latn';
  return isSupported(locale) ? locale : 'en';
}

function isSupported(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // not a language tag at all: a host's mistake must not take the widget down
  }
}
