import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes: Record<string, SVGTemplateResult> = {
  info: svg`<circle cx="8" cy="8" r="5.7"/><path d="M8 7.4v3.4M8 5.2v.1"/>`,
  download: svg`<path d="M8 2.5v7.5M5 7.2 8 10.2l3-3M3 13.2h10"/>`,
  refresh: svg`<path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.8v2.4h-2.4"/>`,
  more: svg`<path class="dots" d="M3.6 8h.01M8 8h.01M12.4 8h.01"/>`,
  search: svg`<circle cx="7" cy="7" r="4.3"/><path d="m10.300 10.300 3.200 3.200"/>`,
  previous: svg`<path class="flip" d="M9.800 3.800 5.600 8l4.200 4.200"/>`,
  next: svg`<path class="flip" d="M6.200 3.800 10.400 8l-4.200 4.200"/>`,
  columns: svg`<path d="M2.500 3.500h11v9h-11zM6.200 3.500v9M9.800 3.500v9"/>`,
};

/** Adds drawings of 16 px, for signs that only some widgets or some states need. */
export function addIcons(drawings: Readonly<Record<string, SVGTemplateResult>>): void {
  Object.assign(shapes, drawings);
}

/** A sign of 16 px, drawn in the ink around it. It never stands for a word alone: its button has a name. */
export function icon(name: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shapes[name]}</svg>`;
}
