/** ISO 4217 currencies whose minor unit is not a hundredth, with their decimals. */
export const exponents: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'].map(zero),
  ...['XAF', 'XOF', 'XPF'].map(zero),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ['CLF', 4],
  ['UYW', 4],
]);

function zero(code: string): readonly [string, number] {
  return [code, 0];
}

/** How many decimals a currency has. */
export function decimalsOf(currency: string): number {
  return exponents.get(currency) ?? 2;
}

/**
 * An amount in units as minor units, or `NaN` where it is finer than the currency's minor unit. The product is rounded
 * and then divided again, so that 1.1 (no exact double) is 110 hundredths and 1.105 is refused.
 */
export function toMinorUnits(amount: number, currency: string): number {
  const factor = 10 ** decimalsOf(currency);
  const minor = Math.round(amount * factor);
  return minor / factor === amount ? minor + 0 : NaN;
}

/** True where a text has the form of an ISO 4217 code. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
