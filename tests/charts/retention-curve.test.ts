import { describe, expect, it } from 'vitest';
import { retentionModel } from '#charts/retention.js';
import { curveArea, curvePath, retentionCurve, spaced } from '#charts/retention-curve.js';
import { retentionOf } from './sample-retention.js';

describe('the curves of a retention report', () => {
  const { xs, ticks, lines } = retentionCurve(retentionModel(retentionOf()));

  it('stand on one scale from zero, the average first', () => {
    expect(ticks.map(({ value }) => value)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toEqual([{ x: 0, y: 16.67 }, { x: 50, y: 50 }, null]);
    expect(lines[1]).toEqual([{ x: 0, y: 0 }, { x: 50, y: 33.33 }, null]);
  });

  it('run evenly over periods that follow each other', () => {
    expect(xs).toEqual([0, 50, 100]);
  });

  it('run by the logarithm where periods are left out', () => {
    const days = retentionOf({ offsets: [1, 2, 4, 16], average: [null, null, null, null], cohorts: [] });
    expect(retentionCurve(retentionModel(days)).xs).toEqual([0, 25, 50, 100]);
  });

  it('end where cohorts end, and a lone point is a dot', () => {
    expect(curvePath([{ x: 0, y: 10 }, { x: 50, y: 20 }, null])).toBe('M0 10L50 20');
    expect(curvePath([null, { x: 50, y: 20 }])).toBe('M50 20L50 20');
    expect(curvePath([null])).toBe('');
    expect(
      curveArea([
        { x: 0, y: 10 },
        { x: 50, y: 20 },
      ]),
    ).toBe('M0 10L50 20V100H0Z');
  });

  it('label the first and the last place, and what has room between', () => {
    expect([...spaced([0, 5, 10, 50, 95, 100], 8)].sort((a, b) => a - b)).toEqual([0, 2, 3, 5]);
    expect([...spaced([], 8)]).toEqual([]);
  });
});
