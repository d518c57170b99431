// What both last steps need, which check, test and publish; loaded when the first of them is shown.
import { css } from 'lit';
import { eventCheckTexts } from '#i18n/event-check/section.js';
import { eventPublishTexts } from '#i18n/event-publish/section.js';
import { joined } from '#i18n/section.js';

export { checkStep as check } from './check-step.js';
export { lookUpFields } from './field-lookup.js';
export { publishStep as publish } from './publish-step.js';
export { Trial } from './trial.js';
export const texts = joined(eventCheckTexts, eventPublishTexts);
/** Its look is that of all later steps. */
export const styles = css``;
