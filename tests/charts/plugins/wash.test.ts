import { describe, expect, it } from 'vitest';
import { wholeRuns } from '#charts/plugins/wash.js';

describe('wholeRuns', () => {
  it('ends where a value is missing, and leaves out buckets that are not whole', () => {
    const values = [3, 5, null, 0, 7, 9, 4];
    expect(wholeRuns({ values, loose: new Set([0, 6]) })).toEqual([[3, 5]]);
    expect(wholeRuns({ values, loose: new Set() })).toEqual([
      [0, 1],
      [3, 6],
    ]);
  });

  it('finds nothing to fill under a lone point', () => {
    expect(wholeRuns({ values: [null, 4, null], loose: new Set() })).toEqual([]);
  });
});
