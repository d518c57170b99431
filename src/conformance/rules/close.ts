/** So far two ways of computing the same number may lie apart, relative to it: sums of fractions depend on their order. */
const RELATIVE = 1e-9;

/** Whether two values are the same number, or both missing. */
export function isSame(left: number | null | undefined, right: number | null | undefined): boolean {
  if (left == null || right == null) return (left ?? null) === (right ?? null);
  return Math.abs(left - right) <= RELATIVE * Math.max(1, Math.abs(left), Math.abs(right));
}

/** Whether a value is at most another one. */
export function isAtMost(left: number, right: number): boolean {
  return left <= right || isSame(left, right);
}
