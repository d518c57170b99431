import { sourceWith, type Mutant } from './mutant.js';
import { revalued } from './revalued.js';

/** Writes 0 where there is no value, in every report alike. */
export const nullAsZero: Mutant = {
  wrong: 'null is shown as 0',
  rules: ['state.future-is-null', 'state.range-ahead', 'metric.formula'],
  source: (right) =>
    sourceWith(
      right,
      revalued(right, [], (values) =>
        Object.fromEntries(Object.entries(values).map(([metric, value]) => [metric, value ?? 0])),
      ),
    ),
};
