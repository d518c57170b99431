import { type Check, nullable, of } from './check.js';

/**
 * Text. Also checks every vocabulary of the contract (hence `never`, which fits each): a word from a newer back end is let
 * through, and shows as itself.
 */
export const text: Check<never> = of('a text', (value) => typeof value === 'string');

/** A finite number; JSON can hold 1e999. */
export const number: Check<number> = of('a number', (value) => Number.isFinite(value));

/** A whole number from 0 up. */
export const count: Check<number> = of('a whole number', (value) => Number.isInteger(value) && Number(value) >= 0);

/** `true` or `false`. */
export const flag: Check<boolean> = of('true or false', (value) => typeof value === 'boolean');

/** A number, or `null` where there is none. */
export const value = nullable(number);

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

/** A calendar day. */
export const day: Check<string> = of('a day YYYY-MM-DD', isDay);

/** An instant with its offset. */
export const instant: Check<string> = of('an ISO 8601 instant', isInstant);

/** A day, or an instant. */
export const dayOrInstant: Check<string> = of(
  'a day YYYY-MM-DD or an ISO 8601 instant',
  (value) => isDay(value) || isInstant(value),
);

/** An IANA zone that this machine knows: one that it does not would make every date in the widget throw. */
export const zone: Check<string> = of('an IANA time zone', (value) => {
  try {
    return typeof value === 'string' && !!new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return false;
  }
});

/** A currency code; `Intl` throws at any other text. */
export const currency: Check<string> = of(
  'an ISO 4217 currency',
  (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
);

/** Whatever stands there: told apart, and tolerated, by who reads it. */
export const anything: Check<never> = of('anything', (value) => value !== undefined);
