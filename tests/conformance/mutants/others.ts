import type { Values } from '#contract/api.js';
import { changed, sourceWith, type Mutant } from './mutant.js';

/** Adds up the rows of the rest, users as well. */
export const othersSummed: Mutant = {
  wrong: 'the rest of a list is the sum of its rows',
  rules: ['breakdown.others'],
  source: (right) =>
    sourceWith(
      right,
      changed(right, 'breakdown', async (report, query, scope) => {
        if (!report.others) return report;
        const { cursor: _, ...whole } = query;
        const { rows } = await right.breakdown(scope, { ...whole, limit: 1000, compare: [] });
        const listed = new Set(report.rows.map(({ app, key }) => JSON.stringify([app, key])));
        const rest = rows.filter(({ app, key }) => !listed.has(JSON.stringify([app, key])));
        const values: Values = {};
        for (const metric of Object.keys(report.others.values)) {
          values[metric] = rest.reduce((sum, row) => sum + (row.values[metric] ?? 0), 0);
        }
        const shares = Object.fromEntries(
          Object.keys(report.others.shares).map((metric) => {
            const total = report.totals.values[metric];
            return [metric, total ? (values[metric] ?? 0) / total : null];
          }),
        );
        return { ...report, others: { ...report.others, values, shares } };
      }),
    ),
};
