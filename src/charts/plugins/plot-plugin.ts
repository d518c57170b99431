import type { Chart, Plugin } from 'chart.js';
import type { LinePlot } from '../line-plot.js';

/** The plot that a chart shows now; set before each update, so that plugins draw what the configuration was made of. */
const plots = new WeakMap<Chart, LinePlot>();

/** Tells the plugins of a chart what they draw. */
export function setPlot(chart: Chart, plot: LinePlot): void {
  plots.set(chart, plot);
}

/** A chart.js plugin that draws a part of a plot, below or above the lines. */
export function plotPlugin(
  id: string,
  layer: 'below' | 'above',
  draw: (context: CanvasRenderingContext2D, plot: LinePlot, chart: Chart) => void,
): Plugin {
  const hook = (chart: Chart): void => {
    const plot = plots.get(chart);
    if (!plot) return;
    chart.ctx.save();
    draw(chart.ctx, plot, chart);
    chart.ctx.restore();
  };
  return layer === 'below' ? { id, beforeDatasetsDraw: hook } : { id, afterDatasetsDraw: hook };
}
