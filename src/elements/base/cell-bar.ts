import { html, nothing, type TemplateResult } from 'lit';
import { setStyle } from './set-style.js';

/** The bar behind a number in a table; `largest` is as long as its lane, and nothing has none. */
export function cellBar(value: number, largest: number): TemplateResult | typeof nothing {
  if (value <= 0) return nothing;
  const length = (value / Math.max(value, largest)) * 100;
  return html`<span class="track"><i class="bar" ${setStyle({ 'inline-size': `${length.toFixed(2)}%` })}></i></span>`;
}
