import { quoted } from '../ask/exchange.js';
import { isSame } from '../rules/close.js';

/** One place where two answers differ. */
export interface Difference {
  /** Such as `series[0].values[3]`. */
  readonly at: string;
  readonly came: string;
  readonly expected: string;
}

/**
 * Where an answer differs from the one that is expected, in order. Members that are not expected are ignored, as every
 * client does; numbers may differ by how fractions are added up.
 */
export function differences(came: unknown, expected: unknown, at = ''): Difference[] {
  if (typeof came === 'number' && typeof expected === 'number' && isSame(came, expected)) return [];
  if (Array.isArray(expected) && Array.isArray(came)) {
    const length = Math.max(came.length, expected.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      differences(came[index], expected[index], `${at}[${index}]`),
    );
  }
  if (isObject(expected) && isObject(came)) {
    return Object.keys(expected).flatMap((name) =>
      differences(came[name], expected[name], at === '' ? name : `${at}.${name}`),
    );
  }
  // Missing is null, and so is what is not there.
  if (came === expected || (came ?? null) === (expected ?? null)) return [];
  return [{ at, came: quoted(came), expected: quoted(expected) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
