// What every step after the names needs: the rules of actions, the words for what breaks them, the look of what is found.
// Loaded with the first of these steps, or the first fault.
import './verdict-icons.js';

export { eventRulesTexts as texts } from '#i18n/event-rules/section.js';
export { checkFaults, lengthFaults } from './configuration-faults.js';
export { allFaults } from './fault-places.js';
export { findingsStyles as styles } from './findings.styles.js';
