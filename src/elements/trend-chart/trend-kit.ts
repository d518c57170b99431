import { unsafeCSS } from 'lit';
import { chartTokens } from '#theme/chart-tokens.js';
import { tableStyles } from './table.styles.js';
import { tooltipStyles } from './tooltip.styles.js';

// What a chart needs to show an answer; loaded with the first one. chart.js is not in it: a table needs none.
export { trendChartTexts as texts } from '#i18n/trend-chart/section.js';
export { Stage } from './stage.js';

/** Colours of many lines, and the look of what only an answer has. */
export const styles = unsafeCSS([...chartTokens, tooltipStyles, tableStyles].map(({ cssText }) => cssText).join(''));
