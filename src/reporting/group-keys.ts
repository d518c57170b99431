/** A value as the data carries it; `null` is "not set". */
export type Value = string | number | boolean | null;

/** A value for each field that is grouped by. */
export type GroupKey = Value[];

/** Orders keys: numbers by size, texts by code units, "not set" last. */
export function compareKeys(a: readonly Value[], b: readonly Value[]): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return 0;
}
