import { Chart, LinearScale, LineController, LineElement, PointElement, type Plugin } from 'chart.js';
import { bars } from './plugins/bars.js';
import { crosshair } from './plugins/crosshair.js';
import { partialPoints } from './plugins/partial-points.js';
import { timeAxis } from './plugins/time-axis.js';
import { valueLines } from './plugins/value-lines.js';
import { wash } from './plugins/wash.js';
import { weekendBands } from './plugins/weekend-bands.js';

/*
 * The one module that runs chart.js, and so the one that is loaded on demand. Only what the plots need is registered: a
 * wash and a bar cost 6 kB in chart.js (Filler, BarController) and twenty lines as plugins of ours.
 */
Chart.register(LinearScale, LineController, LineElement, PointElement);

/** What every plot of lines over time draws beside its lines, from the back to the front. */
export const plotPlugins: readonly Plugin[] = [
  weekendBands,
  wash,
  valueLines,
  timeAxis,
  bars,
  partialPoints,
  crosshair,
];

export { moveCrosshair } from './plugins/crosshair.js';
export { setPlot } from './plugins/plot-plugin.js';
export { Chart };
