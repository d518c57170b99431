import { svg } from 'lit';

/** Arrows of 10 px: of a change, and of what sorts a column. */
export const arrows = {
  up: svg`<path d="M5 8.6V1.8M2.2 4.4 5 1.6l2.8 2.8"/>`,
  down: svg`<path d="M5 1.4v6.8M2.200 5.600 5 8.400l2.800-2.800"/>`,
};
