import type { Plugin } from 'chart.js';
import { xOf, yOf } from '../plot-box.js';
import { plotPlugin } from './plot-plugin.js';

const WIDEST = 12;

/** Bars from zero, over or under it, one a bucket. */
export const bars: Plugin = plotPlugin('bars', 'above', (context, { bars, box, scale }) => {
  if (!bars) return;
  const step = (box.right - box.left) / Math.max(1, box.count - 1);
  const width = Math.max(1, Math.min(WIDEST, Math.floor(step / 2)));
  const zero = yOf(box, scale, 0);
  bars.values.forEach((value, index) => {
    if (value === null) return;
    const y = yOf(box, scale, value);
    context.fillStyle = bars.colours[index] ?? '';
    context.fillRect(Math.round(xOf(box, index) - width / 2), Math.min(y, zero), width, Math.abs(y - zero));
  });
});
