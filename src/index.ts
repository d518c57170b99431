// The package's main entry: the elements' classes and what goes with them, without side effects. Nothing is registered
// until `defineElements()` is called or `miniapp-analytics/define` imported.
export * from '#elements/index.js';
export { defineElements } from './define-elements.js';

// Languages beside those that ship
export { addTexts } from '#i18n/load-texts.js';
