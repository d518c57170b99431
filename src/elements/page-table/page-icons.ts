import { svg } from 'lit';

/** Signs that only a list needs. */
export const pageIcons = {
  search: svg`<circle cx="7" cy="7" r="4.2"/><path d="m10.2 10.2 3.2 3.2"/>`,
  columns: svg`<path d="M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9"/>`,
  previous: svg`<path class="flip" d="m9.5 4.5-3.5 3.5 3.5 3.5"/>`,
  next: svg`<path class="flip" d="m6.5 4.5 3.5 3.5-3.5 3.5"/>`,
};
