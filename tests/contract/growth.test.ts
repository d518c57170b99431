import { growth } from '#contract/growth.js';
import { describe, expect, it } from 'vitest';

describe('growth', () => {
  it.each([
    { current: 6, previous: 5, rule: 'null', expected: 0.2 },
    { current: 0, previous: 5, rule: 'null', expected: -1 },
    { current: 5, previous: 0, rule: 'null', expected: null },
    { current: 0, previous: 0, rule: 'null', expected: null },
    { current: 5, previous: 0, rule: 'divisor_1', expected: 5 },
    { current: 0, previous: 0, rule: 'divisor_1', expected: 0 },
    { current: null, previous: 5, rule: 'divisor_1', expected: null },
    { current: 5, previous: null, rule: 'null', expected: null },
  ] as const)('from $previous to $current under $rule is $expected', ({ current, previous, rule, expected }) => {
    const value = growth(current, previous, rule);
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 12);
  });
});
