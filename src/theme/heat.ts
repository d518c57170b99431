import { unsafeCSS } from 'lit';
import { bend, type Pair } from './bend.js';

/** Lightness of each step in light and dark, and its share of the accent's chroma. */
const steps: readonly (readonly [lightness: Pair, chroma: number])[] = [
  [[0.967, 0.255], 0.1],
  [[0.925, 0.3], 0.2],
  [[0.87, 0.35], 0.33],
  [[0.805, 0.405], 0.48],
  [[0.73, 0.465], 0.64],
  [[0.53, 0.7], 0.9],
  [[0.425, 0.8], 0.95],
];

/** How many steps the heat scale has. */
export const heatSteps = steps.length;

/**
 * One hue, the accent's, on a fixed ladder of lightness, so that every step reads under every accent; text turns over
 * between 5 and 6, where the ladder takes one wide step.
 */
export const heat = unsafeCSS(
  steps
    .map(([lightness, chroma], index) => {
      const name = `--ma-heat-${index + 1}`;
      const fill = bend((pick) => `oklch(from var(--ma-graph) ${pick(lightness)} calc(min(c, 0.15) * ${chroma}) h)`);
      const text = `oklch(from var(${name}) clamp(0.2, (0.6 - l) * 1000, 0.99) calc(c * 0.1) h)`;
      return `${name}: ${fill.cssText}; ${name}-text: ${text};`;
    })
    .join(' '),
);
