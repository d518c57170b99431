// What making a free filter needs; loaded when somebody does.
export { filterBarTexts as texts } from '#i18n/filter-bar/section.js';
export { editorStyles as styles } from './editor.styles.js';
export { FilterEditor } from './filter-editor.js';
