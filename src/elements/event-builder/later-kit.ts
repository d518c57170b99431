// What the later steps of the wizard need, and a conflict; loaded with the first of them.
export { eventTestTexts as texts } from '#i18n/event-test/section.js';
export { laterStyles as styles } from './later.styles.js';
export { checkStep } from './check-step.js';
export { codePanel } from './code-panel.js';
export { conflictPanel } from './conflict-panel.js';
export { publishStep } from './publish-step.js';
export { TestRecordsController } from './test-records-controller.js';
