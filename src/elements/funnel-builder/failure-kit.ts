// What is said where a funnel could not be saved, and how that is told; loaded with the first such failure.
export { funnelConflictTexts as texts } from '#i18n/funnel-conflict/section.js';
export { outcome } from './outcome.js';
export { failureOf } from './saving.js';
export { versionsStyles as styles } from './versions.styles.js';
