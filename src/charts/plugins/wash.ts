import type { Plugin } from 'chart.js';
import type { LinePlot, Stroke } from '../line-plot.js';
import { xOf, yOf } from '../plot-box.js';
import { translucent } from '../translucent.js';
import { plotPlugin } from './plot-plugin.js';

/** Opacity of the wash at the peak of the line and at zero. */
const WASH = [0.15, 0.015] as const;

/** A pale wash between a line and zero, under whole buckets only: what is still running is not filled yet. */
export const wash: Plugin = plotPlugin('wash', 'below', (context, plot) => {
  for (const stroke of plot.strokes) {
    if (!stroke.isWashed) continue;
    context.fillStyle = gradient(context, stroke, plot);
    for (const run of wholeRuns(stroke)) fillRun(context, stroke, plot, run);
  }
});

/** The first and the last bucket of each unbroken stretch of whole buckets. */
export function wholeRuns({ values, loose }: Pick<Stroke, 'values' | 'loose'>): [number, number][] {
  const runs: [number, number][] = [];
  values.forEach((value, index) => {
    if (value === null || loose.has(index)) return;
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  return runs.filter(([first, last]) => last > first);
}

function fillRun(
  context: CanvasRenderingContext2D,
  { values }: Stroke,
  { box, scale }: LinePlot,
  [first, last]: [number, number],
): void {
  const zero = yOf(box, scale, 0);
  context.beginPath();
  context.moveTo(xOf(box, first), zero);
  for (let index = first; index <= last; index++) context.lineTo(xOf(box, index), yOf(box, scale, values[index] ?? 0));
  context.lineTo(xOf(box, last), zero);
  context.fill();
}

function gradient(
  context: CanvasRenderingContext2D,
  { colour, values }: Stroke,
  { box, scale }: LinePlot,
): CanvasGradient {
  const peak = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const fade = context.createLinearGradient(0, yOf(box, scale, peak), 0, box.bottom);
  fade.addColorStop(0, translucent(colour, WASH[0]));
  fade.addColorStop(1, translucent(colour, WASH[1]));
  return fade;
}
