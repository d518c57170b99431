import { describe, expect, it } from 'vitest';
import { indexAt, plotBox, xOf, yOf } from '#charts/plot-box.js';

const size = { width: 652, height: 324 };
const margins = { start: 44, end: 8, top: 12, bottom: 32 };
const scale = { min: 0, max: 20, ticks: [0, 10, 20], fromZero: true };

describe('plotBox', () => {
  it('keeps the gutter before the plot in the direction of reading', () => {
    expect(plotBox(size, margins, 31, false)).toMatchObject({ left: 44, right: 644, top: 12, bottom: 292 });
    expect(plotBox(size, margins, 31, true)).toMatchObject({ left: 8, right: 608 });
  });

  it('runs time from right to left where it is mirrored', () => {
    expect(xOf(plotBox(size, margins, 31, false), 1)).toBe(64);
    expect(xOf(plotBox(size, margins, 31, true), 1)).toBe(588);
  });

  it('stands a single bucket in the middle', () => {
    expect(xOf(plotBox(size, margins, 1, false), 0)).toBe(344);
  });

  it('puts the lowest value at the bottom', () => {
    const box = plotBox(size, margins, 31, false);
    expect([0, 5, 20].map((value) => yOf(box, scale, value))).toEqual([292, 222, 12]);
  });

  it.each([false, true])('finds the nearest bucket, also from outside (mirrored: %s)', (isMirrored) => {
    const box = plotBox(size, margins, 31, isMirrored);
    expect(indexAt(box, xOf(box, 7) + 9)).toBe(7);
    expect(indexAt(box, isMirrored ? 2000 : -50)).toBe(0);
    expect(indexAt(box, isMirrored ? -50 : 2000)).toBe(30);
  });
});
