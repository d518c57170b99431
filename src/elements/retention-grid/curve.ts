import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  curveArea,
  curvePath,
  type CurvePoint,
  retentionCurve,
  type RetentionCurve,
  spaced,
} from '#charts/retention-curve.js';
import type { RetentionModel } from '#charts/retention.js';
import { setStyle } from '../base/set-style.js';
import type { Place } from './grid-cursor.js';
import { readCell, type RetentionTexts, type RetentionWords } from './retention-words.js';

/** What the curves are made from. */
export interface CurveView {
  readonly model: RetentionModel;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
  readonly label: string;
  readonly told: Place | undefined;
  /** Whether a key moved the cursor: then the point is read aloud. */
  readonly isByKey: boolean;
  readonly isMirrored: boolean;
  readonly over: (place: Place | undefined) => void;
  readonly enter: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** Least distance of labels in percent of the width, in a wide widget and in a narrow one. */
const gaps = { wide: 8, narrow: 24 };

/** The average over the periods in ink, its figures under the axis, the cohorts thin behind it; the one that is pointed at stands out. */
export function curve(view: CurveView): TemplateResult {
  const { model, words, texts, told, isByKey } = view;
  const drawn = retentionCurve(model);
  const cell = told && words.tell(told);
  const over = (event: PointerEvent): void => view.over(nearest(event, drawn, view.isMirrored));
  return html`
    <div
      class="curve"
      role="application"
      aria-label=${texts.get('retention.curve', { title: view.label })}
      tabindex="0"
      @keydown=${view.key}
      @focus=${view.enter}
      @blur=${() => view.over(undefined)}
    >
      <div
        class="plot"
        aria-hidden="true"
        @pointermove=${over}
        @pointerdown=${over}
        @pointerleave=${(event: PointerEvent) => event.pointerType === 'mouse' && view.over(undefined)}
      >
        ${axes(drawn, view)} ${lines(drawn, told)} ${points(drawn, told)}
      </div>
    </div>
    <p class="hidden-text" aria-live="polite">
      ${cell && isByKey ? `${cell.cohort}, ${cell.period}: ${readCell(cell)}` : nothing}
    </p>
    <div class="legend" aria-hidden="true">
      <span class="scale"><i class="sample ink"></i>${texts.get('retention.average')}</span>
      <span class="scale"><i class="sample"></i>${texts.get('retention.others')}</span>
    </div>
  `;
}

function axes({ xs, ticks }: RetentionCurve, { model, words }: CurveView): TemplateResult {
  const [wide, narrow] = [spaced(xs, gaps.wide), spaced(xs, gaps.narrow)];
  const shownAt = (index: number): string => (narrow.has(index) ? '' : wide.has(index) ? 'wide' : 'never');
  return html`
    ${ticks.map(
      ({ value, y }) =>
        html`<i class="line ${value === 0 ? 'ground' : ''}" ${setStyle({ '--y': `${y}%` })}></i>
          <span class="level" ${setStyle({ '--y': `${y}%` })}><bdi>${words.level(value)}</bdi></span>`,
    )}
    ${model.offsets.map(
      (offset, index) =>
        html`<span class="period ${shownAt(index)}" ${setStyle({ '--x': `${xs[index]}%` })}
          >${words.period(offset)}<b>${words.rate(model.averages[index]!.rate)}</b></span
        >`,
    )}
  `;
}

function lines({ lines: [average = [], ...cohorts] }: RetentionCurve, told: Place | undefined): TemplateResult {
  const chosen = told && cohorts[told.row - 1];
  return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
    <path class="wash" d=${curveArea(average)} />
    ${cohorts.map((line) => svg`<path class="thin" d=${curvePath(line)} />`)}
    <path class="ink" d=${curvePath(average)} />
    ${chosen ? svg`<path class="chosen" d=${curvePath(chosen)} />` : nothing}
  </svg>`;
}

function points({ lines: all, xs }: RetentionCurve, told: Place | undefined): TemplateResult {
  const dot = ({ x, y }: CurvePoint, kind = '') =>
    html`<i class="dot ${kind}" ${setStyle({ '--x': `${x}%`, '--y': `${y}%` })}></i>`;
  const pointed = told && (all[told.row]?.[told.column] ?? { x: xs[told.column] ?? 0, y: 100 });
  return html`${all[0]?.map((point) => point && dot(point))}${pointed ? dot(pointed, 'told') : nothing}`;
}

/** The point that is nearest to a pointer: the nearest period, then the nearest line there. */
function nearest(event: PointerEvent, { xs, lines: all }: RetentionCurve, isMirrored: boolean): Place | undefined {
  const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
  const part = ((event.clientX - left) / width) * 100;
  const x = isMirrored ? 100 - part : part;
  const y = ((event.clientY - top) / height) * 100;
  const column = xs.reduce((best, at, index) => (Math.abs(at - x) < Math.abs(xs[best]! - x) ? index : best), 0);
  let found: Place | undefined;
  let least = Infinity;
  all.forEach((line, row) => {
    const point = line[column];
    const distance = point ? Math.abs(point.y - y) : Infinity;
    if (distance >= least) return;
    least = distance;
    found = { row, column };
  });
  return found;
}
