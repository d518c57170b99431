import { html, nothing, type TemplateResult } from 'lit';
import type { LinePlot } from '#charts/line-plot.js';
import { xOf, yOf } from '#charts/plot-box.js';
import type { PointRow, TrendPoint } from '#charts/trend-point.js';
import { setStyle } from '../base/set-style.js';
import { change } from './change.js';
import { swatch } from './swatch.js';

/** What a tooltip needs beside its point. */
export interface TooltipView {
  /** The plot that is pointed at. */
  readonly plot: LinePlot;
  readonly colourOf: (row: PointRow) => { readonly colour: string; readonly compared: string };
  readonly changeWord: string;
}

/** Room between the tooltip and the top or bottom of the plot. */
const EDGE = 12;
/** A small plot has none to spare: the tooltip lies over its axis rather than over its points. */
const EDGE_NARROW = -24;
const NARROW = 480;

interface Place {
  readonly x: number;
  readonly y: number;
  /** On which side of the crosshair there is more room. */
  readonly isLeft: boolean;
  /** Whether the points stand high, so that there is room under them. */
  readonly isLow: boolean;
}

function placeOf(index: number, { box, scale, strokes }: LinePlot): Place {
  const x = xOf(box, index);
  const ys = strokes.flatMap(({ values }) => (values[index] == null ? [] : yOf(box, scale, values[index])));
  const mean = ys.reduce((sum, y) => sum + y, 0) / Math.max(1, ys.length);
  const isLow = ys.length > 0 && mean < (box.top + box.bottom) / 2;
  const edge = box.width < NARROW ? EDGE_NARROW : EDGE;
  return { x, y: isLow ? box.bottom - edge : box.top + edge, isLow, isLeft: x > (box.left + box.right) / 2 };
}

/** One tooltip for all lines at a bucket, with what they are compared with. It is for the eye: the live region reads. */
export function tooltip(point: TrendPoint, { plot, colourOf, changeWord }: TooltipView): TemplateResult {
  const place = placeOf(point.index, plot);
  const [only] = point.rows;
  const isSingle = point.rows.length === 1 && only?.compared !== undefined;
  return html`<div
    class="tooltip ${place.isLeft ? 'left' : 'right'} ${place.isLow ? 'low' : 'high'}"
    aria-hidden="true"
    ${setStyle({ '--x': `${place.x}px`, '--y': `${place.y}px` })}
  >
    <div class="when">
      <b>${point.bucket}</b>${point.state ? html`<span class="muted">${point.state}</span>` : nothing}
    </div>
    <table>
      ${isSingle ? single(only, point, colourOf, changeWord) : several(point, colourOf)}
    </table>
  </div>`;
}

function single(row: PointRow, { base = '' }: TrendPoint, colourOf: TooltipView['colourOf'], changeWord: string) {
  const { colour, compared } = colourOf(row);
  return html`<tr>
      <td>${swatch({ colour })}<bdi>${row.name}</bdi></td>
      <td class="figure"><bdi>${row.value}</bdi></td>
    </tr>
    <tr class="compared">
      <td class="muted">${swatch({ colour: compared, isDashed: true })}<bdi>${base}</bdi></td>
      <td><bdi>${row.compared}</bdi></td>
    </tr>
    ${
      row.growth
        ? html`<tr class="total">
            <td class="muted">${changeWord}</td>
            <td>${change(row.growth)}</td>
          </tr>`
        : nothing
    }`;
}

function several({ rows, base }: TrendPoint, colourOf: TooltipView['colourOf']) {
  const isCompared = rows.some(({ compared }) => compared !== undefined);
  return html`${
    isCompared
      ? html`<tr class="muted">
          <td></td>
          <td></td>
          <td>${base ?? ''}</td>
          <td></td>
        </tr>`
      : nothing
  }
  ${rows.map(
    (row) =>
      html`<tr>
        <td>${swatch({ colour: colourOf(row).colour })}<bdi class="name">${row.name}</bdi></td>
        <td class="figure"><bdi>${row.value}</bdi></td>
        ${
          isCompared
            ? html`<td class="muted figure"><bdi>${row.compared ?? ''}</bdi></td>
                <td>${row.growth ? change(row.growth) : nothing}</td>`
            : nothing
        }
      </tr>`,
  )}`;
}
