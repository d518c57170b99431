import { decodeUtf8 } from './byte-dictionary.js';

const zero = 0x30;
const minus = 0x2d;
const point = 0x2e;

/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * The number that `bytes[start, end)` spell in JSON's grammar, exactly as `JSON.parse` would read it (but 0 for -0);
 * `NaN` where they spell none. Up to 15 digits without an exponent are read here: both the digits and the power of ten
 * are exact doubles, so their one division is correctly rounded. The rest is left to the platform.
 */
export function numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === minus;
  if (negative) i++;
  const first = i;
  let digits = 0;
  let pointAt = -1;
  for (; i < end; i++) {
    const digit = bytes[i]! - zero;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[i] === point && pointAt < 0 && i > first) pointAt = i;
    else return numberOfText(decodeUtf8(bytes, start, end));
  }
  const whole = (pointAt < 0 ? end : pointAt) - first;
  const decimals = pointAt < 0 ? 0 : end - pointAt - 1;
  const leadingZero = bytes[first] === zero && whole > 1;
  if (whole === 0 || leadingZero || pointAt === end - 1) return NaN;
  if (whole + decimals > 15) return numberOfText(decodeUtf8(bytes, start, end));
  const value = decimals === 0 ? digits : digits / powers[decimals]!;
  return negative ? 0 - value : value;
}

/** The number that a text spells in JSON's grammar, else `NaN`. */
export function numberOfText(text: string | null): number {
  return text !== null && jsonNumber.test(text) ? Number(text) + 0 : NaN;
}
