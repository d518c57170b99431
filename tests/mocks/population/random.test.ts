import { describe, expect, it } from 'vitest';
import { Random } from '#mocks/population/random.js';
import { Weighted } from '#mocks/population/weighted.js';

const draw = (random: Random, count = 20_000) => Array.from({ length: count }, () => random.next());
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('gives the same sequence for the same seed and name', () => {
    expect(draw(new Random(7, 'people'), 5)).toEqual(draw(new Random(7, 'people'), 5));
  });

  it('gives other sequences for another seed and for another name', () => {
    const first = draw(new Random(7, 'people'), 5);
    expect(draw(new Random(8, 'people'), 5)).not.toEqual(first);
    expect(draw(new Random(7, 'weather'), 5)).not.toEqual(first);
  });

  it('fills [0, 1) evenly', () => {
    const values = draw(new Random(1));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(share).toBeCloseTo(0.1, 1.8);
    }
  });

  it('draws normal deviates of mean 0 and deviation 1', () => {
    const random = new Random(2);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it.each([0.3, 4, 200])('draws counts that happen %d times on average', (expected) => {
    const random = new Random(3);
    const values = Array.from({ length: 20_000 }, () => random.poisson(expected));
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(mean(values) / expected).toBeCloseTo(1, 1);
    const variance = mean(values.map((value) => (value - expected) ** 2));
    expect(variance / expected).toBeCloseTo(1, 0);
  });
});

describe('Weighted', () => {
  it('draws values as often as their weights say', () => {
    const weighted = new Weighted([
      ['often', 6],
      ['never', 0],
      ['sometimes', 2],
    ]);
    const random = new Random(4);
    const drawn = Array.from({ length: 20_000 }, () => weighted.draw(random));
    expect(drawn.filter((value) => value === 'often').length / drawn.length).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });

  it('refuses weights that add up to nothing', () => {
    expect(() => new Weighted([['never', 0]])).toThrow(/more than 0/);
  });
});
