import type { ChartConfiguration, ChartDataset, ChartOptions, ScriptableLineSegmentContext } from 'chart.js';
import type { LinePlot, Stroke } from './line-plot.js';
import { indexRange } from './plot-box.js';

/** A point of a line: the index of its bucket and its value, `null` where there is none. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number | null;
}

/** A line of a plot; known again by its id when the plot changes. */
export type LineDataset = ChartDataset<'line', PlotPoint[]> & { readonly id: string };

/** A plot as chart.js takes it. */
export interface LineConfiguration extends ChartConfiguration<'line', PlotPoint[]> {
  data: { datasets: LineDataset[] };
  options: ChartOptions<'line'>;
}

/** The dash of the way to a bucket that is not whole. */
const LOOSE_DASH = [2, 4];
/** Else chart.js measures labels that it never draws, for which the browser lays the whole page out. */
const noTicks = { display: false };
const none = (): undefined => undefined;
const LONE_RADIUS = 3;
const ONLY_RADIUS = 4;

/** A plot as a chart.js configuration. Nothing is left to chart.js but the lines: it picks no ticks, colours or words. */
export function lineConfiguration(plot: LinePlot): LineConfiguration {
  const { strokes } = plot;
  return {
    type: 'line',
    data: { datasets: strokes.map((stroke, order) => lineDataset(stroke, strokes.length - order, plot)) },
    options: lineOptions(plot),
  };
}

function lineOptions({ box, scale }: LinePlot): ChartOptions<'line'> {
  return {
    // lines do not draw themselves, and the element hands over every size and every pointer
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    events: [],
    parsing: false,
    normalized: true,
    clip: false,
    layout: {
      autoPadding: false,
      padding: { left: box.left, right: box.width - box.right, top: box.top, bottom: box.height - box.bottom },
    },
    scales: {
      x: { type: 'linear', display: false, ticks: noTicks, reverse: box.isMirrored, ...indexRange(box) },
      y: { type: 'linear', display: false, ticks: noTicks, min: scale.min, max: scale.max },
    },
  };
}

function lineDataset(stroke: Stroke, order: number, { box }: LinePlot): LineDataset {
  const { id, colour, width, dash, values, loose } = stroke;
  const radius = box.count === 1 ? ONLY_RADIUS : LONE_RADIUS;
  const radii = values.map((_, index) => (isLone(values, index) && !loose.has(index) ? radius : 0));
  const touchesLoose = ({ p0DataIndex, p1DataIndex }: ScriptableLineSegmentContext): boolean =>
    loose.has(p0DataIndex) || loose.has(p1DataIndex);
  return {
    id,
    order,
    data: values.map((y, x) => ({ x, y })),
    spanGaps: false,
    borderColor: colour,
    borderWidth: width,
    borderDash: [...(dash ?? [])],
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    // one for all where it can be: chart.js then asks once, and not for every point
    pointRadius: radii.some(Boolean) ? radii : 0,
    pointBackgroundColor: colour,
    pointBorderWidth: 0,
    segment: loose.size > 0 ? { borderDash: (at) => (touchesLoose(at) ? LOOSE_DASH : undefined) } : none,
  };
}

/** A point with no neighbour has no line, so it needs a dot. */
function isLone(values: readonly (number | null)[], index: number): boolean {
  return values[index] != null && values[index - 1] == null && values[index + 1] == null;
}
