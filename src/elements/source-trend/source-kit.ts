// What the trend of sources needs once somebody chooses among them.
export { sourceTrendTexts as texts } from '#i18n/source-trend/section.js';
export { sourceChooserStyles as styles } from './source-chooser.styles.js';
export { SourceChoices } from './source-choices.js';
