import { css, type CSSResult } from 'lit';
import { forcedColors } from './forced-colors.js';
import { heat } from './heat.js';
import { series } from './series.js';

/**
 * What a widget that draws needs beyond `tokens`: colours of many series, the heat scale, and the reader's own colours
 * for a canvas, which forced colours do not reach by themselves.
 */
export const chartTokens: readonly CSSResult[] = [
  css`
    :host > * {
      ${series}
      ${heat}
    }
  `,
  forcedColors,
];
