import { css } from 'lit';
import { bend, clamped, thin, type Pair } from './bend.js';

const theme = (name: string, fallback: number): string => `var(--ma-theme-${name}, ${fallback})`;
const themePair = (name: string, light: number, dark: number): Pair => [
  theme(name, light),
  theme(`${name}-dark`, dark),
];

/**
 * Layer 2. Everything else, computed from the seeds and never set by hand. It is declared inside each widget, so that a
 * seed on any ancestor reaches it.
 */
export const derived = css`
  :host > * {
    --ma-accent: var(--_accent);
    --ma-surface: var(--_surface);
    --ma-text: var(--_text);
    --ma-positive: var(--_positive);
    --ma-negative: var(--_negative);
    --ma-caution: var(--_caution);
    --ma-series-hue: var(--_series-hue);
    --ma-radius: var(--_radius);
    --ma-density: var(--_density);
    --ma-frame: var(--_frame);
    --ma-motion: var(--_motion);
    --ma-font: var(--_font);

    /* space: a grid of 4 px times density */
    --ma-1: calc(var(--ma-theme-unit, 4px) * var(--ma-density));
    --ma-2: calc(var(--ma-1) * 2);
    --ma-3: calc(var(--ma-1) * 3);
    --ma-4: calc(var(--ma-1) * 4);
    --ma-5: calc(var(--ma-1) * 5);
    --ma-6: calc(var(--ma-1) * 6);
    --ma-8: calc(var(--ma-1) * 8);
    --ma-row: calc(var(--ma-theme-row, 36px) * var(--ma-density));
    --ma-radius-s: calc(var(--ma-radius) * 0.6);
    --ma-radius-xs: calc(var(--ma-radius) * 0.3);

    /* type: three sizes, two weights */
    --ma-size: 13px;
    --ma-line-height: 20px;
    --ma-size-s: var(--ma-theme-size-s, 12px);
    --ma-line-s: 16px;
    --ma-size-l: var(--ma-theme-size-l, 28px);
    --ma-line-l: var(--ma-theme-line-l, 36px);
    --ma-tracking: var(--ma-theme-tracking, -0.022em);
    --ma-strong: var(--ma-theme-strong, 500);
    --ma-spark: var(--ma-theme-spark, 32px);
    --ma-stroke: var(--ma-theme-stroke, 1.4);

    /* ink */
    --ma-muted: ${thin('text', [69, 69])};
    --ma-faint: ${thin('text', [54, 54])};
    --ma-control: ${thin('text', [46.5, 44.5])};

    /* planes and lines */
    --ma-hairline: ${thin('text', [9, 12])};
    --ma-line: ${thin('text', [17, 21])};
    --ma-sunken: ${thin('text', [2.6, 4])};
    --ma-hover: ${thin('text', [5, 7])};
    --ma-bone: ${thin('text', [7, 10])};
    --ma-raised: ${thin('text', [0, 6])};
    --ma-weekend: ${thin('text', [4, 4])};
    --ma-crosshair: ${thin('text', [34, 34])};
    --ma-edge: ${bend((pick) => `color-mix(in oklab, var(--ma-text) ${pick([10, 16])}%, transparent)`)};
    --ma-shadow:
      0 0 0 1px var(--ma-edge), 0 2px 4px rgb(12 16 28 / 0.05),
      0 12px 32px -6px ${bend((pick) => `rgb(12 16 28 / ${pick([0.16, 0.5])})`)};

    /* accent and meaning, made legible whatever the vendor sets */
    --ma-accent-text: ${clamped('accent', [0.3, 0.74], [0.5, 1])};
    --ma-accent-fill: ${clamped('accent', [0.28, 0.66], [0.52, 0.94])};
    --ma-on-accent: oklch(from var(--ma-accent-fill) clamp(0.18, (0.6 - l) * 1000, 0.995) calc(c * 0.08) h);
    --ma-selected: ${thin('accent', [7, 13])};
    --ma-up: ${clamped('positive', [0.3, 0.72], [0.51, 1])};
    --ma-down: ${clamped('negative', [0.3, 0.72], [0.53, 1])};
    --ma-warn: ${clamped('caution', [0.3, 0.72], [0.52, 1])};
    --ma-down-tint: ${thin('down', [6, 11])};
    --ma-warn-tint: ${thin('warn', [7, 12])};

    /* one series, and its comparison: the same hue, lighter, dashed */
    --ma-graph: ${clamped(
      'accent',
      themePair('graph-low', 0.36, 0.66),
      themePair('graph-high', 0.52, 0.78),
      `min(c, ${theme('graph-chroma', 1)})`,
    )};
    --ma-compare: ${bend((pick) => {
      const step = pick(themePair('compare-step', 0.13, -0.06));
      return `oklch(from var(--ma-graph) calc(l + ${step}) calc(c * ${theme('compare-chroma', 0.72)}) h)`;
    })};
    --ma-wash: ${bend((pick) => `color-mix(in oklab, var(--ma-graph) ${pick([8, 13])}%, transparent)`)};
    --ma-bar: ${thin('graph', [12, 22])};
  }
`;
