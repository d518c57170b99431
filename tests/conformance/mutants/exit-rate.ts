import { sourceWith, type Mutant } from './mutant.js';
import { revalued } from './revalued.js';

/** Exits over users instead of over page views, in every report alike. */
export const exitRateOverUsers: Mutant = {
  wrong: 'exit rate over users',
  rules: ['metric.formula'],
  source: (right) =>
    sourceWith(
      right,
      revalued(right, ['exits', 'page_visitors'], (values) => {
        if (!('exit_rate' in values)) return values;
        const { exits, page_visitors: users } = values;
        return { ...values, exit_rate: exits == null || !users ? null : exits / users };
      }),
    ),
};
