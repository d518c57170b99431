import type { ValueScale } from './value-scale.js';

/**
 * Where the plot lies on its canvas, and how many buckets stand in it. Everything that draws or points (the canvas,
 * the labels at the line's end, the tooltip, the pointer) reads this one geometry.
 */
export interface PlotBox {
  /** Size of the whole canvas in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Number of buckets. */
  readonly count: number;
  /** Whether time runs from right to left. */
  readonly isMirrored: boolean;
}

/** The room around a plot, in the direction of reading. */
export interface PlotMargins {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lays a plot out on a canvas of this size. */
export function plotBox(
  size: { readonly width: number; readonly height: number },
  margins: PlotMargins,
  count: number,
  isMirrored: boolean,
): PlotBox {
  const { width, height } = size;
  const [before, after] = isMirrored ? [margins.end, margins.start] : [margins.start, margins.end];
  const right = Math.max(before + 1, width - after);
  const bottom = Math.max(margins.top + 1, height - margins.bottom);
  return { width, height, left: before, right, top: margins.top, bottom, count, isMirrored };
}

/** The ends of the index axis: a single bucket stands in the middle. */
export function indexRange({ count }: Pick<PlotBox, 'count'>): { min: number; max: number } {
  return count > 1 ? { min: 0, max: count - 1 } : { min: -0.5, max: 0.5 };
}

/** Horizontal place of a bucket; parts of an index lie between two buckets. */
export function xOf(box: PlotBox, index: number): number {
  const { min, max } = indexRange(box);
  const share = (index - min) / (max - min);
  return box.left + (box.right - box.left) * (box.isMirrored ? 1 - share : share);
}

/** Vertical place of a value. */
export function yOf(box: PlotBox, { min, max }: ValueScale, value: number): number {
  return box.bottom - ((value - min) / (max - min)) * (box.bottom - box.top);
}

/** The bucket nearest to a horizontal place, also from outside the plot. */
export function indexAt(box: PlotBox, x: number): number {
  const { min, max } = indexRange(box);
  const share = (x - box.left) / (box.right - box.left);
  const index = Math.round(min + (max - min) * (box.isMirrored ? 1 - share : share));
  return Math.min(box.count - 1, Math.max(0, index));
}
