import { html, svg, type TemplateResult } from 'lit';
import { setStyle } from '../base/set-style.js';

/** How a line looks where it is named. */
export interface SwatchLook {
  readonly colour: string;
  readonly isDashed?: boolean;
  /** A line that is switched off: a hollow dot. */
  readonly isOff?: boolean;
}

/** A sample of a line beside its name. */
export function swatch({ colour, isDashed = false, isOff = false }: SwatchLook): TemplateResult {
  const shape = isOff ? svg`<circle cx="9" cy="4" r="3.25" />` : svg`<path d="M1 4h16" />`;
  return html`<svg
    class="swatch ${isDashed ? 'dashed' : ''}"
    viewBox="0 0 18 8"
    aria-hidden="true"
    ${setStyle({ '--line': colour })}
  >
    ${shape}
  </svg>`;
}
