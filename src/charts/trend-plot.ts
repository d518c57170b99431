import type { Unit } from '#contract/api.js';
import type { Band, LinePlot, PlotInk, PointNote, Stroke } from './line-plot.js';
import { type NotePlace, notePlace } from './note-place.js';
import { type PlotBox, plotBox, xOf, yOf } from './plot-box.js';
import { timeTicks } from './time-ticks.js';
import { translucent } from './translucent.js';
import { looseBuckets, type TrendLine, type TrendModel } from './trend-model.js';
import type { TrendWriter } from './trend-writer.js';
import { type ValueKind, type ValueScale, valueScale } from './value-scale.js';

/** Colours of a trend beside those of its plot. */
export interface TrendInk extends PlotInk {
  /** A single line, and the dashed line of what it is compared with. */
  readonly graph: string;
  readonly compare: string;
  /** Several lines, in order; they repeat, broken, when there are more. */
  readonly series: readonly string[];
  readonly other: string;
}

/** How a trend is to be drawn. */
export interface TrendView {
  /** The canvas in CSS pixels, axes included. */
  readonly size: { readonly width: number; readonly height: number };
  /** Ids of the lines to draw. */
  readonly shown: ReadonlySet<string>;
  readonly unit: Unit;
  readonly ink: TrendInk;
  readonly writer: TrendWriter;
  /** Width of a text of the axis in pixels. */
  readonly measure: (text: string) => number;
  readonly isMirrored: boolean;
  /** 0 is Sunday. */
  readonly weekStart: number;
  /** Room kept after the plot for labels at the lines' ends. */
  readonly endRoom: number;
  /** Draw on this scale and not on the lines' own: small multiples share one. */
  readonly scale?: ValueScale;
  /** Say only the value beside the running point: a plot before this one says the rest. */
  readonly hasBriefNote?: boolean;
  /** Leave out the time axis: another plot under this one has it. */
  readonly hasNoTimeAxis?: boolean;
}

const TOP = 12;
const TIME_AXIS = 32;
const HALF_LABEL = 9;
const END = 8;
const GUTTER = 44;
const GUTTER_GAP = 12;
/** With more lines than this their comparisons are told (tooltip, table) and not drawn. */
export const MOST_COMPARED = 3;
const SHORT_PLOT = 160;
const COMPARED_DASH = [4, 4];
const SECOND_ROUND_DASH = [10, 3];

/** Plans the drawing of a trend's lines on one canvas. */
export function trendPlot(model: TrendModel, view: TrendView): LinePlot {
  const { ink, writer, measure, size } = view;
  const lines = model.lines.filter(({ id }) => view.shown.has(id));
  const strokes = strokesOf(model, lines, view);
  const bottom = view.hasNoTimeAxis ? HALF_LABEL : TIME_AXIS;
  const most = size.height - TOP - bottom < SHORT_PLOT ? 3 : 5;
  const scale =
    view.scale ??
    valueScale(
      strokes.flatMap(({ values }) => values),
      valueKind(view.unit),
      most,
    );
  const metric = lines[0]?.metric ?? '';
  const valueLabels = scale.ticks.map((tick) => writer.valueTick(metric, tick));
  const start = Math.max(GUTTER, Math.ceil(Math.max(...valueLabels.map(measure)) + GUTTER_GAP));
  const margins = { start, end: Math.max(END, view.endRoom), top: TOP, bottom };
  const box = plotBox(size, margins, model.buckets.length, view.isMirrored);
  return {
    box,
    scale,
    valueLabels,
    ink,
    strokes: strokes.map((stroke) => ({ ...stroke, isWashed: stroke.isWashed && scale.fromZero })),
    timeTicks: view.hasNoTimeAxis ? [] : ticksOf(model, box, view),
    bands: weekendBands(model),
    notes: runningNotes(model, lines, { box, scale, view, strokes }),
  };
}

/** How the values of a unit are cut into round ticks. */
export function valueKind(unit: Unit): ValueKind {
  if (unit === 'seconds' || unit === 'rate') return unit;
  return unit === 'ratio' || unit === 'pages' ? 'decimal' : 'count';
}

/** The colour of a line, which it keeps whichever others are shown. */
export function lineColour({ lines }: TrendModel, line: TrendLine, ink: TrendInk): string {
  if (line.othersOf !== undefined) return ink.other;
  if (lines.length === 1) return ink.graph;
  return ink.series[lines.indexOf(line) % ink.series.length] ?? ink.graph;
}

/** The colour of the dashed line that a line is compared with: the same hue, lighter. */
export function comparedColour(model: TrendModel, line: TrendLine, ink: TrendInk): string {
  return model.lines.length === 1 ? ink.compare : translucent(lineColour(model, line, ink), 0.75);
}

/** Whether a line needs a dash because an earlier one has its colour. */
export function isSecondRound({ lines }: TrendModel, line: TrendLine, ink: TrendInk): boolean {
  return line.othersOf === undefined && lines.indexOf(line) >= ink.series.length;
}

function strokesOf(model: TrendModel, lines: readonly TrendLine[], { ink, size }: TrendView): Stroke[] {
  const isDense = model.buckets.length > size.width / 2;
  const isAlone = lines.length === 1;
  const loose = looseBuckets(model.buckets);
  const compared = lines.length > MOST_COMPARED ? [] : lines.filter((line) => line.compared);
  return [
    ...compared.map((line): Stroke => ({
      id: `${line.id}:compared`,
      colour: comparedColour(model, line, ink),
      width: 1.25,
      dash: COMPARED_DASH,
      values: line.compared!.slice(0, model.buckets.length),
      isWashed: false,
      loose: new Set(),
    })),
    ...lines.toReversed().map((line): Stroke => ({
      id: line.id,
      colour: lineColour(model, line, ink),
      width: isDense ? 1 : isAlone ? 1.75 : 1.5,
      values: line.values,
      isWashed: isAlone,
      loose,
      ...(isSecondRound(model, line, ink) && { dash: SECOND_ROUND_DASH }),
    })),
  ];
}

function ticksOf(
  { times, buckets }: TrendModel,
  box: PlotBox,
  { writer, measure, weekStart }: TrendView,
): LinePlot['timeTicks'] {
  return timeTicks(times, {
    width: box.right - box.left,
    weekStart,
    measure,
    label: (index, style) => writer.timeTick(times[index]!, buckets[index]!, style),
  });
}

/** Weekends stand out by day and by the hour; a plot that is nothing but weekend needs no band. */
function weekendBands({ times, report }: TrendModel): Band[] {
  const { granularity } = report.meta;
  if (granularity !== 'day' && granularity !== 'hour') return [];
  const bands: { from: number; to: number }[] = [];
  times.forEach(({ weekday }, index) => {
    if (weekday !== 0 && weekday !== 6) return;
    const last = bands.at(-1);
    if (last?.to === index - 0.5) last.to = index + 0.5;
    else bands.push({ from: index - 0.5, to: index + 0.5 });
  });
  const isAll = bands[0]?.from === -0.5 && bands[0].to === times.length - 0.5;
  return isAll ? [] : bands;
}

interface NoteContext {
  readonly box: PlotBox;
  readonly scale: ValueScale;
  readonly view: TrendView;
  readonly strokes: readonly Stroke[];
}

/** The running bucket says so beside its point; with several lines once, beside the lowest of them. */
function runningNotes(model: TrendModel, lines: readonly TrendLine[], context: NoteContext): PointNote[] {
  const { box, scale, view, strokes } = context;
  const index = model.buckets.findIndex(({ state }) => state === 'running');
  const values = lines.flatMap(({ values }) => values[index] ?? []);
  if (index < 0 || values.length === 0) return [];
  const value = Math.min(...values);
  const text = view.hasBriefNote ? '' : view.writer.soFar(model.buckets[index]!);
  const figure = lines.length === 1 ? view.writer.value(lines[0]!.metric, value) : '';
  const at = { x: xOf(box, index), y: yOf(box, scale, value) };
  const placed = (words: string): NotePlace => notePlace(at, view.measure(words), { box, scale, strokes });
  const whole = placed(`${text} ${figure}`.trim());
  // where lines leave no room for all words the figure stands alone: the point is hollow, and its tooltip says the rest
  const { isLeft, shift } = whole.isFree || !figure ? whole : placed(figure);
  return [{ index, value, text: whole.isFree || !figure ? text : '', figure, isLeft, shift }];
}
