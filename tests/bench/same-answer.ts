import type { Answer } from './questions.js';

/** Whether two answers hold the same; numbers may differ by what another order of adding makes of them. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return (
    a.length === b.length &&
    a.every((row, at) => row.length === b[at]!.length && row.every((cell, column) => sameCell(cell, b[at]![column]!)))
  );
}

function sameCell(a: string | number | null, b: string | number | null): boolean {
  return a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.abs(a));
}
