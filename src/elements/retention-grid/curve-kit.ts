// The other view of retention; loaded when it is first shown. Its texts came with the grid.
export { retentionGridTexts as texts } from '#i18n/retention-grid/section.js';
export { curve } from './curve.js';
export { curveStyles as styles } from './curve.styles.js';
