import type { RetentionModel } from './retention.js';
import { valueScale } from './value-scale.js';

/** A point of a curve, both ways from 0 to 100; `x` runs in the direction of reading, `y` downwards. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Shares over the periods: the average, and each cohort as far as it goes. */
export interface RetentionCurve {
  /** Where the offsets stand: evenly, or where some are left out, by the logarithm: day 30 is not next to day 14. */
  readonly xs: readonly number[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** First the average, then the cohorts, in the order of the grid. `null` where there is no share. */
  readonly lines: readonly (readonly (CurvePoint | null)[])[];
}

/** The curves of a grid, on one scale from zero. */
export function retentionCurve({ offsets, rows, averages }: RetentionModel): RetentionCurve {
  const xs = placesOf(offsets);
  const rates = [averages.map(({ rate }) => rate), ...rows.map(({ cells }) => cells.map(({ rate }) => rate))];
  const scale = valueScale([0, ...rates.flat()], 'rate', 5);
  const yOf = (rate: number): number => round(100 - ((rate - scale.min) / (scale.max - scale.min)) * 100);
  return {
    xs,
    ticks: scale.ticks.map((value) => ({ value, y: yOf(value) })),
    lines: rates.map((line) => line.map((rate, index) => (rate === null ? null : { x: xs[index]!, y: yOf(rate) }))),
  };
}

/** A line through its points for an SVG of 100 by 100; a lone point is a line of no length, whose round caps are a dot. */
export function curvePath(line: readonly (CurvePoint | null)[]): string {
  const points = line.filter((point): point is CurvePoint => point !== null);
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${first.x} ${first.y}${(rest.length ? rest : [first]).map(({ x, y }) => `L${x} ${y}`).join('')}`;
}

/** The same with the ground under it. */
export function curveArea(line: readonly (CurvePoint | null)[]): string {
  const points = line.filter((point): point is CurvePoint => point !== null);
  return points.length < 2 ? '' : `${curvePath(line)}V100H${points[0]!.x}Z`;
}

/**
 * Which places have room for a label, so many percent of the width apart: the first, the last, and what fits between.
 */
export function spaced(xs: readonly number[], gap: number): Set<number> {
  const last = xs.length - 1;
  const kept = new Set<number>(last >= 0 ? [last] : []);
  let before = -Infinity;
  for (let index = 0; index < last; index++) {
    const x = xs[index]!;
    if (x - before < gap || xs[last]! - x < gap) continue;
    kept.add(index);
    before = x;
  }
  return kept;
}

function placesOf(offsets: readonly number[]): number[] {
  const isWhole = offsets.every((offset, index) => index === 0 || offset === offsets[index - 1]! + 1);
  const at = (offset: number): number => (isWhole ? offset : Math.log(offset));
  const [first, last] = [at(offsets[0] ?? 1), at(offsets.at(-1) ?? 1)];
  return offsets.map((offset) => round(last > first ? ((at(offset) - first) / (last - first)) * 100 : 50));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
