import { html, nothing, type TemplateResult } from 'lit';
import { swatch } from './swatch.js';

/** A line in the legend. */
export interface LegendItem {
  readonly id: string;
  readonly name: string;
  /** The total of the range, where there is one. */
  readonly total?: string;
  readonly colour: string;
  readonly isDashed?: boolean;
  /** Absent where a line cannot be switched. */
  readonly isOn?: boolean;
}

/** The lines and their totals. Those that can be switched are toggles; a line that is off stays as a hollow one. */
export function legend(items: readonly LegendItem[], name: string, toggle: (id: string) => void): TemplateResult {
  return html`<ul class="legend" part="legend" aria-label=${name}>
    ${items.map((item) => html`<li>${item.isOn === undefined ? key(item) : toggleButton(item, toggle)}</li>`)}
  </ul>`;
}

function toggleButton(item: LegendItem, toggle: (id: string) => void): TemplateResult {
  return html`<button type="button" class="key" aria-pressed=${String(item.isOn)} @click=${() => toggle(item.id)}>
    ${inside(item)}
  </button>`;
}

function key(item: LegendItem): TemplateResult {
  return html`<span class="key">${inside(item)}</span>`;
}

function inside({ name, total, colour, isDashed = false, isOn = true }: LegendItem): TemplateResult {
  return html`${swatch({ colour, isDashed, isOff: !isOn })}<bdi class="name" title=${name}>${name}</bdi>${
      total ? html`<b class="figure"><bdi>${total}</bdi></b>` : nothing
    }`;
}
