import type { LinePlot } from './line-plot.js';
import { plotBox } from './plot-box.js';
import { translucent } from './translucent.js';
import { looseBuckets, type TrendLine, type TrendModel } from './trend-model.js';
import { type TrendInk, type TrendView, valueKind } from './trend-plot.js';
import { valueScale } from './value-scale.js';

/** Colours of a rise and of a fall. */
export interface DifferenceInk extends TrendInk {
  readonly good: string;
  readonly bad: string;
}

/** How the strip under a trend is to be drawn. */
export interface DifferenceView extends TrendView {
  readonly ink: DifferenceInk;
  /** Which way is good news for the metric. */
  readonly better: 'up' | 'down' | 'neutral';
  readonly caption: string;
  /** The trend that it stands under: both share one time axis. */
  readonly above: LinePlot;
}

const TIME_AXIS = 32;
const TOP = 20;
const PARTIAL = 0.35;

/**
 * A strip of bars under a trend: how far each bucket lies over or under the one that it is compared with. Good and bad
 * have the colours of growth and their own side of the line; a bucket that is not whole is pale.
 */
export function differencePlot(model: TrendModel, line: TrendLine, view: DifferenceView): LinePlot {
  const { above, ink, size } = view;
  const values = differences(line);
  const margins = {
    start: above.box.isMirrored ? above.box.width - above.box.right : above.box.left,
    end: above.box.isMirrored ? above.box.left : above.box.width - above.box.right,
    top: TOP,
    bottom: TIME_AXIS,
  };
  const loose = looseBuckets(model.buckets);
  const colours = values.map((value, index) => {
    const isRise = (value ?? 0) > 0;
    const colour = view.better === 'neutral' ? ink.graph : isRise === (view.better === 'up') ? ink.good : ink.bad;
    return loose.has(index) ? translucent(colour, PARTIAL) : colour;
  });
  return {
    box: plotBox(size, margins, model.buckets.length, view.isMirrored),
    scale: symmetric(values, view),
    valueLabels: [''],
    timeTicks: above.timeTicks,
    bands: above.bands,
    strokes: [],
    caption: view.caption,
    bars: { id: `${line.id}:difference`, values, colours },
    notes: [],
    ink,
  };
}

/** A line less what it is compared with, `null` where either has no value. */
export function differences({ values, compared = [] }: TrendLine): (number | null)[] {
  return values.map((value, index) => {
    const before = compared[index] ?? null;
    return value === null || before === null ? null : value - before;
  });
}

/** Zero alone carries a line, and always lies inside. */
function symmetric(values: readonly (number | null)[], { unit }: DifferenceView): LinePlot['scale'] {
  const { min, max } = valueScale([...values, 0], valueKind(unit), 5);
  return { min, max, ticks: [0], fromZero: true };
}
