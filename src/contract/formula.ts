import type { Formula } from './api.js';

/** Looks up the value of a metric; `null` where there is none. */
export type ValueOf = (metric: string) => number | null;

/**
 * The value of a formula. `null` where an operand is `null`, and where a divisor is 0: missing stays missing, never
 * NaN or Infinity.
 *
 * @example evaluateFormula({ divide: ['exits', 'page_visits'] }, (id) => values[id] ?? null)
 */
export function evaluateFormula(formula: Formula, valueOf: ValueOf): number | null {
  if (typeof formula === 'string') return valueOf(formula);
  if ('divide' in formula) return combine(formula.divide, valueOf, (a, b) => (b === 0 ? null : a / b));
  if ('add' in formula) return combine(formula.add, valueOf, (a, b) => a + b);
  return combine(formula.subtract, valueOf, (a, b) => a - b);
}

/** The metrics that a formula names, each once, in order of appearance. */
export function metricsOfFormula(formula: Formula): string[] {
  if (typeof formula === 'string') return [formula];
  const operands = 'divide' in formula ? formula.divide : 'add' in formula ? formula.add : formula.subtract;
  return [...new Set(operands.flatMap(metricsOfFormula))];
}

function combine(
  operands: readonly Formula[],
  valueOf: ValueOf,
  step: (left: number, right: number) => number | null,
): number | null {
  let result: number | null = null;
  for (const [index, operand] of operands.entries()) {
    const value = evaluateFormula(operand, valueOf);
    if (value === null) return null;
    result = index === 0 ? value : step(result ?? 0, value);
    if (result === null) return null;
  }
  return result;
}
