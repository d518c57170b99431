// What the step of actions needs; loaded when it is first shown.
export { eventActionsTexts as texts } from '#i18n/event-actions/section.js';
export { actionsStyles as styles } from './actions.styles.js';
export { actionsStep as actions } from './actions-step.js';
