import { sourceWith, type Mutant } from './mutant.js';

/** Begins each further page with the last row of the page before. */
export const cursorRepeats: Mutant = {
  wrong: 'a cursor repeats a row',
  rules: ['paging.no-row-twice'],
  source: (right) =>
    sourceWith(right, {
      breakdown: (scope, query, context) => {
        const cursor = query.cursor === undefined ? {} : { cursor: String(Number(query.cursor) - 1) };
        return right.breakdown(scope, { ...query, ...cursor }, context);
      },
    }),
};
