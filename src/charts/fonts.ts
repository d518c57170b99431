import type { PlotInk } from './line-plot.js';

/** Axis, note and end labels. */
export function labelFont({ font, fontSize }: Pick<PlotInk, 'font' | 'fontSize'>): string {
  return `400 ${fontSize}px ${font}`;
}

/** A figure beside a label. */
export function figureFont({ font, fontSize }: Pick<PlotInk, 'font' | 'fontSize'>): string {
  return `500 ${fontSize}px ${font}`;
}
