import { describe, expect, it } from 'vitest';
import { notePlace } from '#charts/note-place.js';
import { plotBox, xOf, yOf } from '#charts/plot-box.js';

const box = plotBox({ width: 552, height: 244 }, { start: 44, end: 8, top: 12, bottom: 32 }, 6, false);
const scale = { min: 0, max: 100, ticks: [0, 100], fromZero: true };
const shift = (values: (number | null)[]): number => {
  const at = { x: xOf(box, 5), y: yOf(box, scale, values[5] ?? 0) };
  return notePlace(at, 120, { box, scale, strokes: [{ values }] }).shift;
};

describe('notePlace', () => {
  it('stays beside the point where nothing runs through the words', () => {
    expect(shift([90, 90, 90, 90, 90, 20])).toBe(0);
  });

  it('moves off a line that comes in level', () => {
    expect(Math.abs(shift([50, 50, 50, 50, 50, 50]))).toBe(16);
  });

  it('moves off a line that comes in at a slight slope, wherever it meets the words', () => {
    expect(shift([50, 50, 50, 50, 62, 50])).toBe(16);
    expect(shift([50, 50, 50, 50, 38, 50])).toBe(-16);
  });

  it('never leaves the plot', () => {
    expect(shift([0, 0, 0, 0, 0, 0])).toBe(-16);
    expect(shift([100, 100, 100, 100, 100, 100])).toBe(16);
  });

  it('takes the other side of a point where lines fill this one', () => {
    const values = [0, 100, 0, 100, 0, 100, 0, 100, 50, null, null, null, null, null, null];
    const wide = { ...box, count: 15 };
    const at = { x: xOf(wide, 8), y: yOf(wide, scale, 50) };
    expect(notePlace(at, 120, { box: wide, scale, strokes: [{ values }] })).toEqual({
      isLeft: false,
      shift: 0,
      isFree: true,
    });
  });
});
