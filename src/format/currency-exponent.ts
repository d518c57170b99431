// ISO 4217. Intl knows these too, but CLDR counts the decimals in use (0 for IQD), not those of the standard.
const exponents: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** Decimals between a currency's minor and major unit: 2 for CNY, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return exponents.find(([, currencies]) => currencies.includes(currency))?.[0] ?? 2;
}
