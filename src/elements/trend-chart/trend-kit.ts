import { unsafeCSS } from 'lit';
import { chartTokens } from '#theme/chart-tokens.js';

// What a chart needs to show an answer; loaded with the first one. chart.js is not in it: a table needs none.
export { trendChartTexts as texts } from '#i18n/trend-chart/section.js';
export { Stage } from './stage.js';

/** Colours of many lines. */
export const styles = unsafeCSS(chartTokens.map(({ cssText }) => cssText).join(''));
