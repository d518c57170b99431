import type { Profile } from './api.js';

/**
 * `(current − previous) / previous`, as a fraction. Where `previous` is 0 the profile decides: `null`, or a divisor
 * of 1 (0 → 5 is +500%). `null` where either value is. Never NaN, never Infinity.
 */
export function growth(
  current: number | null,
  previous: number | null,
  zeroPrevious: Profile['growth']['zero_previous'],
): number | null {
  if (current === null || previous === null) return null;
  if (previous === 0) return zeroPrevious === 'divisor_1' ? current : null;
  return (current - previous) / previous;
}
