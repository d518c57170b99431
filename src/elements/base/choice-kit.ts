// What a list of choices needs; loaded when the first one opens.
export { choiceList } from './choice-list.js';
export { choiceListStyles } from './choice-list.styles.js';
