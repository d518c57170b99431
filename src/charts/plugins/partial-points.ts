import type { Plugin } from 'chart.js';
import { figureFont, labelFont } from '../fonts.js';
import type { LinePlot, PointNote } from '../line-plot.js';
import { NOTE_GAP } from '../note-place.js';
import { xOf, yOf } from '../plot-box.js';
import { dot } from './dot.js';
import { plotPlugin } from './plot-plugin.js';

const RADIUS = 4;
/** With several lines their hollow points would crowd each other. */
const SMALL_RADIUS = 3;
const LINE_HEIGHT = 16;

/** Hollow points where a bucket is not whole, and the words that say how far it goes. */
export const partialPoints: Plugin = plotPlugin('partialPoints', 'above', (context, plot) => {
  const { box, scale, strokes, notes, ink } = plot;
  const radius = strokes.filter(({ loose }) => loose.size > 0).length > 1 ? SMALL_RADIUS : RADIUS;
  for (const { loose, values, colour, width } of strokes) {
    for (const index of loose) {
      const value = values[index];
      if (value == null) continue;
      dot(context, xOf(box, index), yOf(box, scale, value), {
        radius,
        fill: ink.surface,
        ring: ink.surface,
        rim: colour,
        rimWidth: width,
      });
    }
  }
  for (const note of notes) writeNote(context, plot, note);
});

/** Beside the point, where the plot has room for words. */
function writeNote(context: CanvasRenderingContext2D, { box, scale, ink }: LinePlot, note: PointNote): void {
  const x = xOf(box, note.index);
  const y = Math.min(
    box.bottom - LINE_HEIGHT / 2,
    Math.max(box.top + LINE_HEIGHT / 2, yOf(box, scale, note.value) + note.shift),
  );
  const toLeft = note.isLeft;
  const side = toLeft ? -1 : 1;
  context.textBaseline = 'middle';
  context.direction = box.isMirrored ? 'rtl' : 'ltr';
  context.textAlign = toLeft ? 'right' : 'left';
  const pieces = [
    { text: note.figure, font: figureFont(ink), colour: ink.text },
    { text: note.text, font: labelFont(ink), colour: ink.muted },
  ];
  // the figure is read last, so in the reading direction it is nearest to a point at the plot's end
  if (toLeft === box.isMirrored) pieces.reverse();
  const placed = pieces.filter(({ text }) => text);
  let at = x + side * NOTE_GAP;
  const places = placed.map(({ text, font }) => {
    const place = at;
    context.font = font;
    at += side * (context.measureText(text).width + 4);
    return place;
  });
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = ink.surface;
  // all halos lie under all words
  for (const isHalo of [true, false]) {
    placed.forEach(({ text, font, colour }, i) => {
      context.font = font;
      context.fillStyle = colour;
      if (isHalo) context.strokeText(text, places[i]!, y);
      else context.fillText(text, places[i]!, y);
    });
  }
}
