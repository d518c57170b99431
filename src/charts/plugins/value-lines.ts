import type { Plugin } from 'chart.js';
import { yOf } from '../plot-box.js';
import { labelFont } from '../fonts.js';
import { plotPlugin } from './plot-plugin.js';

/** Room between a value and the hairline that it stands on. */
const GAP = 6;
/** How far a hairline goes on after the last point. */
const BEYOND = 8;
const CAPTION_AT = 8;

/** The value axis: a figure at the start of each hairline, the baseline one step darker. */
export const valueLines: Plugin = plotPlugin(
  'valueLines',
  'below',
  (context, { box, scale, valueLabels, caption, ink }) => {
    const { isMirrored, width, left, right } = box;
    context.font = labelFont(ink);
    context.textBaseline = 'middle';
    // a figure keeps its own order in every direction of reading
    context.direction = 'ltr';
    context.textAlign = isMirrored ? 'right' : 'left';
    scale.ticks.forEach((tick, i) => {
      const y = Math.round(yOf(box, scale, tick));
      const label = valueLabels[i] ?? '';
      const taken = label ? context.measureText(label).width + GAP : 0;
      context.fillStyle = tick === 0 ? ink.line : ink.hairline;
      const [from, to] = isMirrored ? [left - BEYOND, width - taken] : [taken, right + BEYOND];
      context.fillRect(from, y, to - from, 1);
      context.fillStyle = ink.muted;
      context.fillText(label, isMirrored ? width : 0, y + 0.5);
    });
    if (!caption) return;
    context.direction = isMirrored ? 'rtl' : 'ltr';
    context.fillText(caption, isMirrored ? width : 0, CAPTION_AT);
  },
);
