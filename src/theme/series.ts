import { unsafeCSS } from 'lit';
import { bend } from './bend.js';

/** Where each pigment stands on the ladder of lightness (0–1), its chroma, and its turn from the series hue. */
const pigments: readonly (readonly [step: number, chroma: number, turn: number])[] = [
  [0.92, 0.125, 181],
  [0, 0.15, 79],
  [0.98, 0.105, -83],
  [0, 0.095, -130],
  [0.61, 0.117, 133],
  [0.37, 0.07, 70],
  [0.76, 0.083, 1],
];

// Lightness steps up and down a ladder, so that neighbours never share one. The hues start at a seed of their own:
// turned with the accent, most brands would fail for red-green blindness.
const declarations = pigments.map(([step, chroma, turn], index) => {
  const colour = bend((pick) => {
    const lightness = pick([0.38 + 0.275 * step, 0.58 + 0.33 * step]);
    return `oklch(${Number(lightness).toFixed(4)} ${(chroma * Number(pick([1, 0.85]))).toFixed(4)} calc(var(--ma-series-hue) + ${turn}))`;
  });
  const name = `series-${index + 2}`;
  return `--ma-${name}: var(--ma-theme-${name}, ${colour.cssText});`;
});

const first = bend((pick) => `oklch(${pick([0.455, 0.74])} ${pick([0.15, 0.11])} var(--ma-series-hue))`);

/** Eight colours for eight series, in this order; `--ma-series-other` for the rest. */
export const series = unsafeCSS(
  `--ma-series-1: ${first.cssText}; ${declarations.join(' ')} --ma-series-other: var(--ma-faint);`,
);

/** How many series have a colour of their own. */
export const seriesCount = pigments.length + 1;
