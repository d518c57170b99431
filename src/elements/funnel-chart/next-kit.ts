// What those did who left a funnel after a step; loaded when somebody chooses one.
export { funnelNextTexts as texts } from '#i18n/funnel-next/section.js';
export { askNext, nextPanel } from './next-panel.js';
export { nextPanelStyles as styles } from './next-panel.styles.js';
