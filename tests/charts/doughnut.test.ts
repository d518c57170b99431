import { describe, expect, it } from 'vitest';
import { arcs, makesWhole } from '#charts/doughnut.js';

describe('a doughnut', () => {
  it('is drawn for at most five parts that make a whole', () => {
    expect(makesWhole([0.5, 0.3, 0.2])).toBe(true);
    expect(makesWhole([0.5, 0.3, 0.1999])).toBe(true);
    expect(makesWhole([0.5, 0.3])).toBe(false);
    expect(makesWhole([0.5, 0.6])).toBe(false);
    expect(makesWhole([0.2, 0.2, 0.2, 0.2, 0.1, 0.1])).toBe(false);
    expect(makesWhole([null, null])).toBe(false);
  });

  it('begins at the top and runs clockwise, the other way where one reads from the right', () => {
    const [quarter] = arcs([0.25, 0.75], 50, 30);
    expect(quarter?.path).toBe('M0 -50A50 50 0 0 1 50 0L30 0A30 30 0 0 0 0 -30Z');
    const [mirrored] = arcs([0.25, 0.75], 50, 30, true);
    expect(mirrored?.path).toBe('M0 -50A50 50 0 0 0 -50 0L-30 0A30 30 0 0 1 0 -30Z');
  });

  it('takes the long way round for more than half', () => {
    expect(arcs([0.25, 0.75], 50, 30)[1]?.path).toBe('M50 0A50 50 0 1 1 0 -50L0 -30A30 30 0 1 0 30 0Z');
  });

  it('leaves out parts of nothing, and closes a whole in two halves', () => {
    expect(arcs([0, 1, null], 50, 30).map(({ index, path }) => [index, path.match(/M/g)?.length])).toEqual([[1, 2]]);
  });
});
