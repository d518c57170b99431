// What the explanation of a number needs; loaded when somebody asks for one.
export { explainTexts as texts } from '#i18n/explain/section.js';
export { explanationStyles as styles } from './explanation.styles.js';
export { explanation } from './explanation.js';
export { ExplanationController } from './explanation-controller.js';
