import { html, nothing, type TemplateResult } from 'lit';
import type { FunnelPassage, FunnelRow } from '#charts/funnel.js';
import { noValue } from '#format/parts.js';
import { growthMark } from '../base/growth-mark.js';
import { setStyle } from '../base/set-style.js';
import { groupBars, picture } from './funnel-picture.js';
import type { FunnelLayout, FunnelTexts, FunnelView } from './funnel-view.js';

/** Least width of a column, of the last one, and of a funnel that stands in columns, in px. */
const [COLUMN, LAST_COLUMN, LEAST_WIDTH] = [120, 112, 640];

/** The look turns rows into columns where the box around them is forty of its own em wide; of rows it never is. */
const EMS = 40;
const NEVER = '1000px';

/**
 * The steps of a funnel, one picture in two forms: columns with slopes between them, or rows with bars. It is a list that
 * reads by itself; a step that can be chosen holds a button, and arrow keys go from one to the next.
 */
export function funnelSteps(view: FunnelView): TemplateResult {
  const { model, title, texts, layout, choosing, groups } = view;
  const { rows } = model;
  const grouped = groups.length > 0 ? 'grouped' : '';
  const list = html`<ol
    class="steps ${grouped}"
    part="steps"
    aria-label=${texts.get('funnel.steps', { title })}
    @keydown=${choosing?.press ?? nothing}
  >
    ${rows.map((row, index) => step(row, rows[index + 1], view))}
  </ol>`;
  const isNarrowed = rows.some(({ number }) => view.filtersOf(number) !== '');
  return fitted(list, layout, rows.length, isNarrowed);
}

/** A box that knows how wide so many columns are, and whether a line of theirs names filters. */
function fitted(list: TemplateResult, layout: FunnelLayout, count: number, isNarrowed: boolean): TemplateResult {
  const em = Math.max(LEAST_WIDTH, (count - 1) * COLUMN + LAST_COLUMN) / EMS;
  const size = layout === 'rows' ? NEVER : `${em}px`;
  const line = isNarrowed ? 'var(--ma-line-s)' : '0';
  return html`<div class="fit" ${setStyle({ 'font-size': size, '--n': count, '--_narrowed': line })}>${list}</div>`;
}

/** The steps while they are asked for: their size and shape. */
export function funnelBones(layout: FunnelLayout, count: number, isNarrowed: boolean): TemplateResult {
  const at = (index: number): number => 1 / (1 + index * 0.6);
  const list = html`<div class="steps bones" aria-hidden="true">
    ${Array.from(
      { length: count },
      (_, index) =>
        html`<div class="step" ${setStyle({ '--at': at(index) })}>
          <span class="name"><i class="bone"></i></span><span class="users"><i class="bone"></i></span
          ><span class="of"><i class="bone"></i></span><span class="narrowed"></span>
          <div class="picture"><i class="bar"></i></div>
          ${index + 1 < count ? html`<div class="passage"><i class="bone"></i></div>` : nothing}
        </div>`,
    )}
  </div>`;
  return fitted(list, layout, count, isNarrowed);
}

function step(row: FunnelRow, next: FunnelRow | undefined, view: FunnelView): TemplateResult {
  const { number, event, users, usersChange, passage } = row;
  const { nameOf, filtersOf, formats, groups, choosing, model } = view;
  const filters = filtersOf(number);
  const title = [nameOf(event), filters].filter(Boolean).join(' · ');
  const isChosen = choosing?.chosen === number;
  return html`<li
    class="step ${choosing ? 'can' : ''} ${isChosen ? 'chosen' : ''} ${passage?.isLargestLoss ? 'worst' : ''}"
    ${setStyle({ '--at': row.rate ?? 0, '--next': next?.rate ?? 0 })}
    @click=${choosing ? () => choosing.choose(number) : nothing}
  >
    <span class="name" title=${title}><span class="nth">${number}</span> <bdi>${nameOf(event)}</bdi></span>
    <span class="users"
      ><bdi>${users === null ? noValue : formats.count(users)}</bdi
      >${model.isCompared ? before(row, view, usersChange) : nothing}</span
    >
    <span class="of">${ofFirst(row, view)}</span>
    <span class="of-before"><bdi>${ofBefore(row, view)}</bdi></span>
    <span class="narrowed"><bdi>${filters}</bdi></span>
    ${groups.length > 0 ? groupBars(groups, number, view) : picture(row, next, view)}
    ${passage ? html`<div class="passage">${passageOf(passage, view)}</div>` : nothing}
    ${choosing ? chooser(row, view) : nothing}
  </li>`;
}

function chooser({ number, event }: FunnelRow, { choosing, texts, nameOf }: FunnelView): TemplateResult {
  return html`<button
    class="choose"
    type="button"
    data-step=${number}
    tabindex=${choosing?.home === number ? 0 : -1}
    aria-expanded=${choosing?.chosen === number}
    aria-label=${texts.get('funnel.choose', { number, name: nameOf(event) })}
  ></button>`;
}

function ofFirst({ number, rate }: FunnelRow, { texts, formats }: FunnelView): unknown {
  if (number === 1) return texts.get('funnel.start');
  return texts.pieces('funnel.ofFirst', { share: html`<bdi>${formats.share(rate)}</bdi>` });
}

/** Of the step before, which only rows say in a column. */
function ofBefore({ number }: FunnelRow, { model, formats }: FunnelView): string {
  const rate = model.rows[number - 2]?.passage?.rate;
  return rate === undefined ? '' : formats.share(rate);
}

function before({ usersBefore }: FunnelRow, { formats, texts, earlier }: FunnelView, change: number | null) {
  const value = usersBefore === null ? noValue : formats.count(usersBefore);
  const range = earlier ? formats.range(earlier) : '';
  return html` <small title=${texts.get('growth.before', { range, value })}
    >${growthMark(change, 'up', formats)}</small
  >`;
}

function passageOf({ rate, lost, medianSeconds, p90Seconds, isLargestLoss, change }: FunnelPassage, view: FunnelView) {
  const { texts, formats, model } = view;
  const time = (seconds: number): TemplateResult => html`<bdi>${formats.value(seconds, 'seconds', 'compact')}</bdi>`;
  return html`<p class="on">
      ${texts.pieces('funnel.goOn', { share: html`<b><bdi>${formats.share(rate)}</bdi></b>` })}${
        model.isCompared ? html` ${growthMark(change, 'up', formats)}` : nothing
      }
    </p>
    <p class="lost">
      <span>${lostText(lost, texts, formats)}</span>${
        isLargestLoss ? html`<span class="mark"> · ${texts.get('funnel.largest')}</span>` : nothing
      }
    </p>
    ${
      medianSeconds === null
        ? nothing
        : html`<p class="times">
            <span>${texts.pieces('funnel.median', { time: time(medianSeconds) })}</span>
            ${p90Seconds === null ? nothing : html`<span>${texts.pieces('funnel.p90', { time: time(p90Seconds) })}</span>`}
          </p>`
    }`;
}

function lostText(lost: number | null, texts: FunnelTexts, formats: FunnelView['formats']): unknown {
  if (lost === null) return noValue;
  if (lost === 0) return texts.get('funnel.noneLost');
  return texts.pieces('funnel.lost', { count: lost, lost: html`<bdi>${formats.count(-lost)}</bdi>` });
}
