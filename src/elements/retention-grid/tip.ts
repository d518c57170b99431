import { html, nothing, type TemplateResult } from 'lit';
import type { ToldCell } from './retention-words.js';

const gap = 8;

/** What a cell says of itself, beside it. It is for the eye: assistive technology reads the cell. */
export function tip({ cohort, period, rate, lines }: ToldCell): TemplateResult {
  return html`<div class="tooltip" aria-hidden="true">
    <p><bdi>${cohort}</bdi> · ${period}</p>
    ${rate === undefined ? nothing : html`<p class="rate"><bdi>${rate}</bdi></p>`}
    ${lines.map((line) => html`<p class="muted">${line}</p>`)}
  </div>`;
}

/** Puts the tip under what it tells about, or above it where the window ends; inside the widget, sideways. */
export function placeTip(root: ParentNode): void {
  const box = root.querySelector<HTMLElement>('.tooltip');
  const anchor = root.querySelector('.told');
  const body = root.querySelector('.body');
  if (!box || !anchor || !body) return;
  const [at, bounds] = [anchor.getBoundingClientRect(), body.getBoundingClientRect()];
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = at.left + at.width / 2 - bounds.left;
  const left = Math.max(gap, Math.min(middle - width / 2, bounds.width - gap - width));
  const isAbove = at.bottom + gap + height > document.documentElement.clientHeight;
  const top = (isAbove ? at.top - gap - height : at.bottom + gap) - bounds.top;
  box.style.setProperty('--x', `${Math.round(left)}px`);
  box.style.setProperty('--y', `${Math.round(top)}px`);
}
