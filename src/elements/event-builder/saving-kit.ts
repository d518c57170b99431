// What saves, and what is shown where somebody else has saved meanwhile; loaded with the first attempt.
export { eventConflictTexts as texts } from '#i18n/event-conflict/section.js';
export { conflictStyles as styles } from './conflict.styles.js';
export { conflictPanel } from './conflict-panel.js';
export { Conflict, isUnclear, reach } from './saving.js';
