import type { Formula } from '#contract/api.js';
import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { describe, expect, it } from 'vitest';

const valueOf = (values: Record<string, number | null>) => (id: string) => values[id] ?? null;

describe('a formula', () => {
  it('divides the exits of the published screen by its visits', () => {
    const rate = evaluateFormula(
      { divide: ['exits', 'page_visits'] },
      valueOf({ exits: 415_859, page_visits: 1_348_469 }),
    );
    expect(((rate ?? 0) * 100).toFixed(2)).toBe('30.84');
  });

  it.each<[string, Formula]>([
    ['whose divisor is 0', { divide: ['a', 'zero'] }],
    ['of 0 by 0', { divide: ['zero', 'zero'] }],
    ['with a missing operand', { divide: ['missing', 'a'] }],
    ['that adds a missing operand', { add: ['a', 'missing'] }],
  ])('%s is null', (_, formula) => {
    expect(evaluateFormula(formula, valueOf({ a: 6, zero: 0, missing: null }))).toBeNull();
  });

  it('subtracts from left to right, and nests', () => {
    const values = valueOf({ a: 11_379, b: 5_916, c: 3_416, d: 2 });
    expect(evaluateFormula({ subtract: ['a', 'b', 'c'] }, values)).toBe(2_047);
    expect(evaluateFormula({ divide: [{ add: ['a', 'b'] }, 'd'] }, values)).toBe(8_647.5);
  });

  it('names each metric once, in order of appearance', () => {
    expect(metricsOfFormula({ divide: [{ add: ['b', 'a'] }, 'b'] })).toEqual(['b', 'a']);
  });
});
