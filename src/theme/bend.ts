import { unsafeCSS, type CSSResult } from 'lit';

/** A value in light and in dark. */
export type Pair = readonly [light: number | string, dark: number | string];

/** A colour that is one formula with other numbers in light and in dark. */
export function bend(formula: (pick: (pair: Pair) => number | string) => string): CSSResult {
  return unsafeCSS(`light-dark(${formula(([light]) => light)}, ${formula(([, dark]) => dark)})`);
}

/** A colour thinned into the surface, in percent. */
export function thin(colour: string, percent: Pair): CSSResult {
  return bend((pick) => `color-mix(in oklab, var(--ma-${colour}) ${pick(percent)}%, var(--ma-surface))`);
}

/** A colour with its lightness held between two bounds, so that it stays legible whatever a vendor sets. */
export function clamped(colour: string, low: Pair, high: Pair, chroma = 'c'): CSSResult {
  return bend((pick) => `oklch(from var(--ma-${colour}) clamp(${pick(low)}, l, ${pick(high)}) ${chroma} h)`);
}
