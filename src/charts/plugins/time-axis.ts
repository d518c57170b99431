import type { Plugin } from 'chart.js';
import { labelFont } from '../fonts.js';
import { xOf } from '../plot-box.js';
import { plotPlugin } from './plot-plugin.js';

const TICK = 4;
const LABEL_AT = 16;

/** The time axis: a short tick and a label under it; the last label ends where the plot ends. */
export const timeAxis: Plugin = plotPlugin('timeAxis', 'below', (context, { box, timeTicks, ink }) => {
  const { bottom, isMirrored, left, right, count, width } = box;
  context.font = labelFont(ink);
  context.textBaseline = 'middle';
  context.direction = isMirrored ? 'rtl' : 'ltr';
  for (const { index, label } of timeTicks) {
    const x = xOf(box, index);
    context.fillStyle = ink.line;
    context.fillRect(Math.round(x), bottom, 1, TICK);
    context.fillStyle = ink.muted;
    const half = context.measureText(label).width / 2;
    const isEnd = index === count - 1 && count > 1;
    const flush = isMirrored ? Math.max(x, left + half) : Math.min(x, right - half);
    context.textAlign = 'center';
    context.fillText(label, isEnd ? flush : Math.min(width - half, Math.max(half, x)), bottom + LABEL_AT);
  }
});
