import type { EventActionsMessages } from '#i18n/event-actions/section.js';
import type { EventRulesMessages } from '#i18n/event-rules/section.js';
import type { StepView } from './step-view.js';

/** What the step of actions is drawn from. */
export type ActionsView = StepView<EventActionsMessages & EventRulesMessages>;
