import type { Plugin } from 'chart.js';
import { xOf } from '../plot-box.js';
import { plotPlugin } from './plot-plugin.js';

/** Weekends as pale bands behind everything. */
export const weekendBands: Plugin = plotPlugin('weekendBands', 'below', (context, { bands, box, ink }) => {
  context.fillStyle = ink.band;
  for (const { from, to } of bands) {
    const [a, b] = [clamp(xOf(box, from)), clamp(xOf(box, to))];
    context.fillRect(Math.min(a, b), box.top, Math.abs(b - a), box.bottom - box.top);
  }
  function clamp(x: number): number {
    return Math.min(box.right, Math.max(box.left, x));
  }
});
