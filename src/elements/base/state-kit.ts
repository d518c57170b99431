import { addIcons } from './icons.js';
import { stateIcons } from './state-icons.js';

// What the states without data need; loaded with the first of them.
export { stateTexts as texts } from '#i18n/state/section.js';
export { messageStyles as styles } from './message.styles.js';
export { stateMessage } from './state-message.js';

addIcons(stateIcons);
