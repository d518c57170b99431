// The form of an analysis and what it says; loaded where somebody may change what is asked.
export { pickTexts as texts } from '#i18n/pick/section.js';
export { eventForm } from './event-form.js';
export { eventFormStyles as styles } from './event-form.styles.js';
