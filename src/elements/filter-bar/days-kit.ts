// What choosing days needs; loaded when somebody does.
export { filterDaysTexts as texts } from '#i18n/filter-days/section.js';
export { DaysDialog } from './days-dialog.js';
export { daysStyles as styles } from './days.styles.js';
