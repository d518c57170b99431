import { describe, expect, it } from 'vitest';
import { growth } from '#format/growth.js';

describe('growth', () => {
  it.each([
    [0.1199, '+12%', 'up'],
    [-0.04, '−4%', 'down'],
    [0.125, '+13%', 'up'],
    [-0.125, '−13%', 'down'],
    [0.145, '+15%', 'up'],
    [-0.145, '−15%', 'down'],
    [0.005, '+1%', 'up'],
    [-0.005, '−1%', 'down'],
    [0.0049, '0%', 'flat'],
    [-0.0049, '0%', 'flat'],
    [0, '0%', 'flat'],
    [5, '+500%', 'up'],
    [12.345, '+1,235%', 'up'],
  ])('of %d is a whole percentage, rounded half away from zero: %s', (fraction, text, direction) => {
    expect(growth(fraction, 'en')).toEqual({ text, direction });
  });

  it('is a dash where there is nothing to compare', () => {
    expect(growth(null, 'en')).toEqual({ text: '–', direction: 'none' });
  });

  it('follows the locale', () => {
    expect(growth(-0.04, 'ar').text).toBe('−4%');
    expect(growth(0.04, 'de').text).toBe('+4\u00a0%');
  });
});
