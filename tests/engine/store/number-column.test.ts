import { describe, expect, it } from 'vitest';
import { packNumbers } from '#engine/store/number-column.js';

const read = (values: readonly number[]) => {
  const packed = packNumbers(Float64Array.from(values));
  return { packed, values: values.map((_, row) => packed?.at(row)) };
};

describe('a packed column of numbers', () => {
  it.each([
    ['whole numbers', [0, 1, 4294967294]],
    ['numbers past 32 bits', [4294967295, 1]],
    ['fractions', [0.5, 1, NaN]],
    ['negative numbers', [-1, NaN, 3]],
    ['some missing', [NaN, 7, 8, NaN, 9]],
  ])('keeps %s exactly', (_name, values) => {
    expect(read(values).values).toEqual(values);
  });

  it('keeps a few values among many rows without the rows that have none', () => {
    const values = Array.from({ length: 10_000 }, (_, row) => (row % 37 === 0 ? row * 3 : NaN));
    const { packed, values: kept } = read(values);
    expect(kept).toEqual(values);
    expect(packed!.bytes).toBeLessThan(10_000 * 0.5);
  });

  it('is nothing where there is nothing', () => {
    expect(packNumbers(new Float64Array(3).fill(NaN))).toBeNull();
  });
});
