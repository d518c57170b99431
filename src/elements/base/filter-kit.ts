// What making a filter needs; loaded when somebody does.
export { filterEditorTexts as texts } from '#i18n/filter-editor/section.js';
export { filterEditorStyles as styles } from './filter-editor.styles.js';
export { FilterEditor } from './filter-editor.js';
