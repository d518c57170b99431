// Looking closely at a stretch of a trend; loaded when somebody first points at its chart.
export { trendZoomTexts as texts } from '#i18n/trend-zoom/section.js';
export { Zoom } from './zoom.js';
export { zoomStyles as styles } from './zoom.styles.js';
