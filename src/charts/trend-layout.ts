import type { MetricDefinition } from '#contract/api.js';
import { type DifferenceInk, differencePlot } from './difference-plot.js';
import { type EndLabel, endLabels, endRoom } from './end-labels.js';
import type { LinePlot } from './line-plot.js';
import type { TrendLine, TrendModel } from './trend-model.js';
import { trendPlot, type TrendView, valueKind } from './trend-plot.js';
import type { TrendWriter } from './trend-writer.js';
import { type ValueScale, valueScale } from './value-scale.js';

/** One canvas of a trend: all lines, the strip of differences under them, or one line of several. */
export interface PlacedPlot {
  /** Stays the same from one drawing to the next. */
  readonly key: string;
  readonly plot: LinePlot;
  /** The one line of a small multiple. */
  readonly line?: TrendLine;
}

/** A trend laid out: its canvases, and the names at the ends of the lines. */
export interface TrendLayout {
  readonly isMultiples: boolean;
  readonly plots: readonly PlacedPlot[];
  readonly endLabels: readonly EndLabel[];
}

/** How a trend is to be laid out. */
export interface LayoutOptions {
  /** The box of the whole chart; of small multiples only its width counts. */
  readonly size: { readonly width: number; readonly height: number };
  readonly shown: ReadonlySet<string>;
  readonly metric: (id: string) => Pick<MetricDefinition, 'unit' | 'better'>;
  readonly ink: DifferenceInk;
  readonly writer: TrendWriter;
  readonly measure: (text: string) => number;
  readonly isMirrored: boolean;
  readonly weekStart: number;
  readonly wantsMultiples: boolean;
  readonly wantsDifference: boolean;
  readonly differenceCaption: string;
}

/** Canvas of a small multiple: plot, room above, time axis. */
export const MULTIPLE_HEIGHT = 148;
/** The strip of differences, its caption and the time axis. */
export const STRIP_HEIGHT = 124;
const MULTIPLE_GAP = 24;
/** Room for names at the ends of the lines; under this the legend has them. */
const LABELS_FROM = 640;
/** Names may take this share of the width. */
const MOST_FOR_LABELS = 0.3;

/** Lays a trend out on a box of this size. Lines of different units share no axis, so they become small multiples. */
export function layTrend(model: TrendModel, options: LayoutOptions): TrendLayout {
  const lines = model.lines.filter(({ id }) => options.shown.has(id));
  const isMultiples = lines.length > 1 && (options.wantsMultiples || !shareAxis(lines, options));
  return isMultiples ? layMultiples(model, lines, options) : layLines(model, lines, options);
}

/** How many of so many small multiples stand side by side; four stand two by two. */
export function multipleColumns(width: number, count: number): number {
  const most = width >= 720 ? 3 : width >= 440 ? 2 : 1;
  return count === 4 ? Math.min(2, most) : Math.min(count, most);
}

/** Where names at the ends of the lines begin, in pixels from the start of the plot in the direction of reading. */
export function endLabelsAt({ plots }: TrendLayout): number {
  const box = plots[0]?.plot.box;
  return box ? (box.isMirrored ? box.width - box.left : box.right) : 0;
}

function layLines(model: TrendModel, lines: readonly TrendLine[], options: LayoutOptions): TrendLayout {
  const { size, writer, measure } = options;
  const [first] = lines;
  const hasStrip = options.wantsDifference && lines.length === 1 && first?.compared !== undefined;
  const room = lines.length > 1 && size.width >= LABELS_FROM ? endRoom(model, lines, writer, measure) : 0;
  const hasLabels = room > 0 && room <= size.width * MOST_FOR_LABELS;
  const view = viewOf(lines, options, {
    size: { width: size.width, height: size.height - (hasStrip ? STRIP_HEIGHT : 0) },
    endRoom: hasLabels ? room : 0,
  });
  const plot = trendPlot(model, view);
  if (!hasStrip) {
    return {
      isMultiples: false,
      plots: [{ key: 'lines', plot }],
      endLabels: hasLabels ? endLabels(model, lines, plot, options) : [],
    };
  }
  const strip = differencePlot(model, first, {
    ...view,
    ink: options.ink,
    size: { width: size.width, height: STRIP_HEIGHT },
    better: options.metric(first.metric).better,
    caption: options.differenceCaption,
    above: plot,
  });
  const upper = trendPlot(model, { ...view, hasNoTimeAxis: true });
  return {
    isMultiples: false,
    plots: [
      { key: 'lines', plot: upper },
      { key: 'difference', plot: strip },
    ],
    endLabels: [],
  };
}

function layMultiples(model: TrendModel, lines: readonly TrendLine[], options: LayoutOptions): TrendLayout {
  const columns = multipleColumns(options.size.width, lines.length);
  const width = Math.floor((options.size.width - MULTIPLE_GAP * (columns - 1)) / columns);
  const scale = shareAxis(lines, options) ? sharedScale(lines, options) : undefined;
  const plots = lines.map((line, i): PlacedPlot => {
    const view = viewOf([line], options, { size: { width, height: MULTIPLE_HEIGHT }, endRoom: 0 });
    const own = { shown: new Set([line.id]), hasBriefNote: i > 0, ...(scale && { scale }) };
    const plot = trendPlot(model, { ...view, ...own });
    return { key: line.id, line, plot };
  });
  return { isMultiples: true, plots, endLabels: [] };
}

/** Users and counts of anything can stand on one axis; seconds, rates, money each need their own. */
function shareAxis(lines: readonly TrendLine[], { metric }: LayoutOptions): boolean {
  const axes = new Set(
    lines.map((line) => {
      const { unit } = metric(line.metric);
      if (unit === 'users' || unit === 'apps') return 'count';
      return unit === 'pages' ? 'ratio' : unit;
    }),
  );
  return axes.size <= 1;
}

/** Lines of one unit are compared with each other, so none of them may look larger than it is. */
function sharedScale(lines: readonly TrendLine[], { metric }: LayoutOptions): ValueScale {
  const values = lines.flatMap(({ values, compared }) => [...values, ...(compared ?? [])]);
  return valueScale(values, valueKind(metric(lines[0]?.metric ?? '').unit), 3);
}

function viewOf(
  lines: readonly TrendLine[],
  options: LayoutOptions,
  place: Pick<TrendView, 'size' | 'endRoom'>,
): TrendView {
  const { shown, ink, writer, measure, isMirrored, weekStart, metric } = options;
  const { unit } = metric(lines[0]?.metric ?? '');
  return { shown, ink, writer, measure, isMirrored, weekStart, unit, ...place };
}
