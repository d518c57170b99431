import type { PlotBox } from './plot-box.js';
import type { TimeTick } from './time-ticks.js';
import type { ValueScale } from './value-scale.js';

/** A line of ink through the buckets. */
export interface Stroke {
  readonly id: string;
  readonly colour: string;
  readonly width: number;
  /** Absent for an unbroken line. */
  readonly dash?: readonly number[];
  readonly values: readonly (number | null)[];
  /** Whether a pale wash lies between the line and zero. */
  readonly isWashed: boolean;
  /** Buckets that are not whole: the line to and from them is dotted and their points are hollow. */
  readonly loose: ReadonlySet<number>;
}

/** Bars on the zero line, one a bucket, each in its colour. */
export interface Bars {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly colours: readonly string[];
}

/** Words beside a point, such as “Today until 13:30 7,112”. */
export interface PointNote {
  readonly index: number;
  readonly value: number;
  readonly text: string;
  /** Set in ink after the text. */
  readonly figure: string;
  /** On which side of the point, and how many pixels down from it, so that no line runs through the words. */
  readonly isLeft: boolean;
  readonly shift: number;
}

/** A vertical stretch behind the lines, in parts of an index. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** The colours and the font a plot is drawn with; all are strings that a canvas understands. */
export interface PlotInk {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly hairline: string;
  readonly line: string;
  readonly crosshair: string;
  readonly band: string;
  /** Families, and the size of all labels in pixels. */
  readonly font: string;
  readonly fontSize: number;
}

/** Everything that is drawn on one canvas of lines over time, as plain data. */
export interface LinePlot {
  readonly box: PlotBox;
  readonly scale: ValueScale;
  /** One a tick of the scale, in its order. */
  readonly valueLabels: readonly string[];
  readonly timeTicks: readonly TimeTick[];
  readonly bands: readonly Band[];
  /** Drawn in this order, the last on top. */
  readonly strokes: readonly Stroke[];
  readonly bars?: Bars;
  /** Stands above the plot at its start. */
  readonly caption?: string;
  readonly notes: readonly PointNote[];
  readonly ink: PlotInk;
}
