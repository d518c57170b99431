import { shortenMiddle } from '#format/middle.js';
import type { LinePlot } from './line-plot.js';
import { yOf } from './plot-box.js';
import { spreadLabels } from './spread-labels.js';
import type { TrendLine, TrendModel } from './trend-model.js';
import { lineColour, type TrendInk } from './trend-plot.js';
import type { TrendWriter } from './trend-writer.js';

/** A name at the end of a line, with the value there. */
export interface EndLabel {
  readonly id: string;
  readonly name: string;
  /** The name with its middle left out where it is long. */
  readonly shortName: string;
  readonly value: string;
  readonly colour: string;
  /** Middle of the label, in pixels from the top of the canvas. */
  readonly y: number;
}

/** Least distance between the middles of two labels. */
const LINE_HEIGHT = 18;
const LONGEST_NAME = 28;
/** The dot, the gaps around it, and the gap between name and value. */
const BESIDE = 36;

/** Where a line is read last: its last whole bucket, so that a running one does not pull all names down. */
export function endOf(model: TrendModel, { values }: TrendLine): number {
  const isWhole = (index: number): boolean => values[index] != null && model.buckets[index]?.state === 'complete';
  for (let index = values.length - 1; index >= 0; index--) if (isWhole(index)) return index;
  return values.findLastIndex((value) => value !== null);
}

/** The room that the labels of these lines need after the plot. */
export function endRoom(
  model: TrendModel,
  lines: readonly TrendLine[],
  writer: TrendWriter,
  measure: (text: string) => number,
): number {
  const widths = lines.map((line) => {
    const value = writer.value(line.metric, line.values[endOf(model, line)] ?? null);
    return measure(shortenMiddle(writer.name(line), LONGEST_NAME)) + measure(value);
  });
  return Math.ceil(Math.max(0, ...widths)) + BESIDE;
}

/** Names at the ends of the lines, moved apart where they would lie on each other. */
export function endLabels(
  model: TrendModel,
  lines: readonly TrendLine[],
  plot: LinePlot,
  { writer, ink }: { readonly writer: TrendWriter; readonly ink: TrendInk },
): EndLabel[] {
  const ends = lines
    .map((line) => ({ line, value: line.values[endOf(model, line)] ?? null }))
    .filter((end): end is { line: TrendLine; value: number } => end.value !== null);
  const { box, scale } = plot;
  const wanted = ends.map(({ value }) => yOf(box, scale, value));
  const placed = spreadLabels(wanted, LINE_HEIGHT, box.top, box.bottom);
  return ends.map(({ line, value }, i) => {
    const name = writer.name(line);
    return {
      id: line.id,
      name,
      shortName: shortenMiddle(name, LONGEST_NAME),
      value: writer.value(line.metric, value),
      colour: lineColour(model, line, ink),
      y: placed[i]!,
    };
  });
}
