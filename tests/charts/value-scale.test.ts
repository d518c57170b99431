import { describe, expect, it } from 'vitest';
import { valueScale } from '#charts/value-scale.js';

describe('valueScale', () => {
  it.each([
    [
      [17640, 7112, 12505],
      [0, 5000, 10_000, 15_000, 20_000],
    ],
    [[3998], [0, 1000, 2000, 3000, 4000]],
    [[95_900], [0, 25_000, 50_000, 75_000, 100_000]],
    [[7], [0, 2, 4, 6, 8]],
    [[2], [0, 1, 2]],
    [[1], [0, 1]],
  ])('gives counts %j the ticks %j', (values, ticks) => {
    expect(valueScale(values, 'count')).toMatchObject({ min: 0, max: ticks.at(-1), ticks, fromZero: true });
  });

  it('starts a count at zero however little it varies', () => {
    expect(valueScale([1000, 1010], 'count').min).toBe(0);
  });

  it('fits a rate that varies little and says that zero is not on the scale', () => {
    const scale = valueScale([0.31, 0.3, 0.29], 'rate');
    expect(scale.fromZero).toBe(false);
    expect(scale.ticks).toEqual([0.29, 0.295, 0.3, 0.305, 0.31]);
  });

  it('starts a rate that varies much at zero', () => {
    expect(valueScale([0.9, 0.1], 'rate').ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('cuts durations as a clock does', () => {
    expect(valueScale([50, 10], 'seconds').ticks).toEqual([0, 15, 30, 45, 60]);
    expect(valueScale([7000, 100], 'seconds').ticks).toEqual([0, 1800, 3600, 5400, 7200]);
    expect(valueScale([768_000, 0], 'seconds').ticks).toEqual([0, 360_000, 720_000, 1_080_000]);
  });

  it('draws one line, the baseline, when everything is zero', () => {
    expect(valueScale([0, 0, null], 'count')).toEqual({ min: 0, max: 1, ticks: [0], fromZero: true });
    expect(valueScale([null], 'rate').ticks).toEqual([0]);
    expect(valueScale([], 'seconds').ticks).toEqual([0]);
  });

  it('reaches under zero where values do', () => {
    expect(valueScale([-40, 90], 'count').ticks).toEqual([-50, 0, 50, 100]);
  });

  it('uses fewer lines on a low plot', () => {
    expect(valueScale([17_640], 'count', 3).ticks).toEqual([0, 10_000, 20_000]);
  });

  it.each(['count', 'decimal', 'rate', 'seconds'] as const)(
    'holds every value of a %s between its ends, in 2 to 5 ticks',
    (kind) => {
      for (let power = -3; power < 9; power++) {
        for (const digit of [1, 1.3, 2.49, 5.01, 7.77, 9.99]) {
          const high = kind === 'count' ? Math.max(1, Math.round(digit * 10 ** power)) : digit * 10 ** power;
          const { min, max, ticks } = valueScale([high, high / 7, null], kind);
          expect(min).toBeLessThanOrEqual(high / 7);
          expect(max).toBeGreaterThanOrEqual(high * (1 - 1e-9));
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(5);
          expect(new Set(ticks.slice(1).map((tick, i) => Number((tick - ticks[i]!).toPrecision(9)))).size).toBe(1);
        }
      }
    },
  );
});
