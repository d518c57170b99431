import type { Chart, Plugin } from 'chart.js';
import { xOf, yOf } from '../plot-box.js';
import { dot } from './dot.js';
import { plotPlugin } from './plot-plugin.js';

const RADIUS = 4;
const COMPARED_RADIUS = 3;
const REACH = 4;

const cursors = new WeakMap<Chart, number>();

/** Puts the crosshair on a bucket, or takes it away, and draws. It stays where it is when the chart is updated. */
export function moveCrosshair(chart: Chart, index: number | null): void {
  if ((cursors.get(chart) ?? null) === index) return;
  if (index === null) cursors.delete(chart);
  else cursors.set(chart, index);
  chart.draw();
}

/** One thin line through the bucket that is pointed at, and a dot on every line there. */
export const crosshair: Plugin = plotPlugin('crosshair', 'above', (context, { box, scale, strokes, ink }, chart) => {
  const index = cursors.get(chart);
  if (index === undefined || index >= box.count) return;
  const x = xOf(box, index);
  context.fillStyle = ink.crosshair;
  context.fillRect(Math.round(x - 0.5), box.top - REACH, 1, box.bottom - box.top + REACH);
  for (const { values, colour, dash, loose, width } of strokes) {
    const value = values[index];
    if (value == null) continue;
    const radius = dash ? COMPARED_RADIUS : RADIUS;
    const hollow = loose.has(index) ? { fill: ink.surface, rim: colour, rimWidth: width } : { fill: colour };
    dot(context, x, yOf(box, scale, value), { radius, ring: ink.surface, ...hollow });
  }
});
