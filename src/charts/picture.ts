import type { EndLabel } from './end-labels.js';
import { figureFont, labelFont } from './fonts.js';
import { measureText } from './measure-text.js';
import type { PlotInk } from './line-plot.js';

/** One entry of the legend in a picture. */
export interface PictureKey {
  readonly name: string;
  readonly value: string;
  readonly colour: string;
  readonly isDashed: boolean;
}

/** A canvas of the chart, and where it stands in the widget's plot. */
export interface PictureCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
  /** Stands over a small multiple. */
  readonly caption?: string;
}

/** What a downloaded picture shows: all that the widget does but its controls. */
export interface Picture {
  readonly title: string;
  readonly keys: readonly PictureKey[];
  readonly canvases: readonly PictureCanvas[];
  readonly width: number;
  readonly height: number;
  /** Names at the ends of the lines, which the widget writes beside its canvas. */
  readonly endLabels: readonly EndLabel[];
  /** Where they begin, from the start of the plot in the direction of reading. */
  readonly endLabelsAt: number;
  /** Range, zone, profile, data time. */
  readonly foot: string;
  readonly ink: PlotInk;
  readonly isMirrored: boolean;
}

const PAD = 20;
const TITLE = 20;
const KEYS = 28;
const FOOT = 32;
/** A sample of a line, and the gap after it. */
const SAMPLE = 24;
/** How far the middle of a caption stands over its canvas. */
const CAPTION = 12;

/** Composes a picture of a chart at the resolution of the screen. */
export function drawPicture(picture: Picture): HTMLCanvasElement {
  const { width, height, ink, canvases } = picture;
  const rows = keyRows(picture);
  const top = PAD + TITLE + rows.length * KEYS + 8;
  const canvas = document.createElement('canvas');
  const scale = scaleOf(canvases[0]?.canvas);
  canvas.width = Math.round((width + 2 * PAD) * scale);
  canvas.height = Math.round((top + height + FOOT) * scale);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(scale, scale);
  context.fillStyle = ink.surface;
  context.fillRect(0, 0, width + 2 * PAD, top + height + FOOT);
  context.textBaseline = 'middle';
  context.direction = picture.isMirrored ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  const start = picture.isMirrored ? width + PAD : PAD;
  write(context, picture.title, start, PAD + TITLE / 2, `500 13px ${ink.font}`, ink.text);
  rows.forEach((row, i) => drawKeys(context, picture, row, start, PAD + TITLE + (i + 0.5) * KEYS));
  for (const { canvas: part, left, top: at, caption } of canvases) {
    const edge = PAD + left + (picture.isMirrored ? part.width / scaleOf(part) : 0);
    if (caption) write(context, caption, edge, top + at - CAPTION, labelFont(ink), ink.text);
    context.drawImage(part, PAD + left, top + at, part.width / scaleOf(part), part.height / scaleOf(part));
  }
  drawEnds(context, picture, top);
  write(context, picture.foot, start, top + height + FOOT / 2 - 4, labelFont(ink), ink.muted);
  return canvas;
}

/** The legend in as many rows as it needs. */
function keyRows({ keys, ink, width }: Picture): PictureKey[][] {
  const rows: PictureKey[][] = [];
  let taken = Infinity;
  for (const key of keys) {
    const room = SAMPLE + measureText(key.name, labelFont(ink)) + measureText(key.value, figureFont(ink)) + 22;
    if (taken + room > width) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)!.push(key);
    taken += room;
  }
  return rows;
}

function drawKeys(
  context: CanvasRenderingContext2D,
  { ink, isMirrored }: Picture,
  keys: readonly PictureKey[],
  start: number,
  y: number,
): void {
  const side = isMirrored ? -1 : 1;
  let at = start;
  for (const { name, value, colour, isDashed } of keys) {
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash(isDashed ? [4, 3] : []);
    context.beginPath();
    context.moveTo(at, y);
    context.lineTo(at + side * (SAMPLE - 6), y);
    context.stroke();
    at += side * SAMPLE;
    at += side * (write(context, name, at, y, labelFont(ink), ink.muted) + 6);
    at += side * (write(context, value, at, y, figureFont(ink), ink.text) + 16);
  }
  context.setLineDash([]);
}

function drawEnds(context: CanvasRenderingContext2D, picture: Picture, top: number): void {
  const { endLabels, endLabelsAt, ink, isMirrored } = picture;
  const side = isMirrored ? -1 : 1;
  for (const { shortName, value, colour, y } of endLabels) {
    const at = isMirrored ? PAD + picture.width - endLabelsAt - 8 : PAD + endLabelsAt + 8;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(at + side * 4, top + y, 4, 0, Math.PI * 2);
    context.fill();
    const width = write(context, shortName, at + side * 14, top + y, labelFont(ink), ink.text);
    write(context, value, at + side * (14 + width + 6), top + y, figureFont(ink), ink.text);
  }
}

/** Writes a text and answers its width. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
): number {
  context.font = font;
  context.fillStyle = colour;
  context.fillText(text, x, y);
  return context.measureText(text).width;
}

/** Pixels of a canvas to one of CSS. */
function scaleOf(canvas: HTMLCanvasElement | undefined): number {
  const shown = canvas?.getBoundingClientRect().width ?? 0;
  return canvas && shown > 0 ? canvas.width / shown : 1;
}
