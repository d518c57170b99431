import type { DuckDBVector } from '@duckdb/node-api';

/** Numbers as a vector holds them. */
type Items = Uint32Array | Float64Array;

/**
 * The numbers of a vector, to be read or set many at once. The driver keeps them to itself, but one by one they take ten times
 * as long; absent where a version of it has them no more.
 */
function itemsOf(vector: DuckDBVector): unknown {
  return (vector as unknown as { readonly items?: unknown }).items;
}

/** Sets all numbers of a vector. */
export function setNumbers(vector: DuckDBVector, numbers: Items): void {
  const items = itemsOf(vector);
  if (items instanceof Uint32Array || items instanceof Float64Array) items.set(numbers);
  else numbers.forEach((value, at) => vector.setItem(at, value));
}

/** The numbers of 64 bits of a vector: the lower and the higher half of each, anything where it is `null`. */
export function halvesOf(vector: DuckDBVector): Uint32Array {
  const items = itemsOf(vector);
  const whole =
    items instanceof BigUint64Array ? items : BigUint64Array.from(vector.toArray(), (value) => (value ?? 0n) as bigint);
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.length * 2);
}
