import type { Stroke } from './line-plot.js';
import { type PlotBox, xOf, yOf } from './plot-box.js';
import type { ValueScale } from './value-scale.js';

/** Room between a point and the words beside it. */
export const NOTE_GAP = 14;
const HALF_HEIGHT = 9;
const STEP = 16;
/** Further from their point than this, words seem to belong to something else. */
const MOST_STEPS = 2;

/** Where words stand: on which side of their point, and how far down from it. */
export interface NotePlace {
  readonly isLeft: boolean;
  readonly shift: number;
  /** Whether no line runs through them there. */
  readonly isFree: boolean;
}

interface Ink {
  readonly box: PlotBox;
  readonly scale: ValueScale;
  readonly strokes: readonly Pick<Stroke, 'values'>[];
}

/**
 * The nearest place beside a point where no line runs through the words: as a rule towards the middle of the plot, for
 * the edge has no room. Where there is no free place they stand level with their point.
 */
export function notePlace(at: { x: number; y: number }, width: number, { box, scale, strokes }: Ink): NotePlace {
  const isUsuallyLeft = at.x > (box.left + box.right) / 2;
  const sides = [isUsuallyLeft, !isUsuallyLeft]
    .map((isLeft) => {
      const near = isLeft ? at.x - NOTE_GAP - width : at.x + NOTE_GAP;
      const taken = strokes.flatMap(({ values }) => [...crossings(values, near, near + width, box, scale)]);
      return { isLeft, taken, fits: near >= box.left && near + width <= box.right };
    })
    .filter(({ isLeft, fits }) => fits || isLeft === isUsuallyLeft);
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    for (const { isLeft, taken } of sides) {
      for (const shift of [steps * STEP, -steps * STEP]) {
        const [top, bottom] = [at.y + shift - HALF_HEIGHT, at.y + shift + HALF_HEIGHT];
        if (top < box.top || bottom > box.bottom) continue;
        if (taken.every(({ low, high }) => high < top || low > bottom)) return { isLeft, shift, isFree: true };
      }
    }
  }
  return { isLeft: isUsuallyLeft, shift: 0, isFree: false };
}

/** Heights between which a line runs while it passes a place. */
interface Crossing {
  readonly low: number;
  readonly high: number;
}

/** Where a line runs between two horizontal places, stretch by stretch. */
function* crossings(
  values: readonly (number | null)[],
  near: number,
  far: number,
  box: PlotBox,
  scale: ValueScale,
): Generator<Crossing> {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value == null) continue;
    const next = values[index + 1] ?? value;
    const [x, y] = [xOf(box, index), yOf(box, scale, value)];
    const [toX, toY] = values[index + 1] == null ? [x, y] : [xOf(box, index + 1), yOf(box, scale, next)];
    const [from, to] = [Math.max(near, Math.min(x, toX)), Math.min(far, Math.max(x, toX))];
    if (from > to) continue;
    const heightAt = (at: number): number => (toX === x ? y : y + ((at - x) / (toX - x)) * (toY - y));
    const [one, other] = [heightAt(from), heightAt(to)];
    yield { low: Math.min(one, other), high: Math.max(one, other) };
  }
}
