import { changed, sourceWith, type Mutant } from './mutant.js';

/** Knows no divisor of 1: growth from nothing is null under every profile. */
export const noZeroRule: Mutant = {
  wrong: 'growth without the zero rule of the profile',
  rules: ['growth.zero-rule'],
  source: (right) =>
    sourceWith(
      right,
      changed(right, 'summary', (report) => ({
        ...report,
        metrics: report.metrics.map((one) => ({
          ...one,
          comparisons: one.comparisons.map((compared) =>
            compared.previous.value === 0 ? { ...compared, growth: null } : compared,
          ),
        })),
      })),
    ),
};
