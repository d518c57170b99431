import { expect, it } from 'vitest';
import { retentionModel } from '#charts/retention.js';
import { retentionCsv } from '#charts/retention-csv.js';
import { retentionOf } from './sample-retention.js';

it('a file of retention has counts and unrounded shares, nothing where a period is not over, and the average', () => {
  const report = retentionOf({
    offsets: [1, 2],
    cohorts: [{ start: '2026-11-09', size: 3, retained: [1, null] }],
    average: [1 / 3, null],
  });
  const words = {
    start: 'Start',
    end: 'End',
    users: 'Users',
    average: 'Average',
    returned: (offset: number) => `n${offset}`,
    rate: (offset: number) => `r${offset}`,
  };
  expect(retentionCsv(retentionModel(report), words)).toEqual([
    ['Start', 'End', 'Users', 'n1', 'r1', 'n2', 'r2'],
    ['2026-11-09', '2026-11-15', 3, 1, 1 / 3, null, null],
    ['Average', null, null, null, 1 / 3, null, null],
  ]);
});
