import { html, svg, type TemplateResult } from 'lit';
import { setStyle } from '../base/set-style.js';

const line = svg`<path d="M0 100V42l12-8 14 5 15-13 13 8 15-10 14 8 17-9v77z" />`;

/** The shape of a chart at its final size, while its numbers are on the way. */
export function skeleton(): TemplateResult {
  return html`<div class="bones" aria-hidden="true">
    ${[0, 0.5, 1].map((at) => html`<i ${setStyle({ '--at': at })}></i>`)}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none">${line}</svg>
    ${[0.08, 0.36, 0.64, 0.92].map((at) => html`<i class="tick" ${setStyle({ '--at': at })}></i>`)}
  </div>`;
}
