import { section } from '../section.js';

/** Labels of metrics and dimensions in languages that the contract's catalogue does not speak. */
export const catalogTexts = section({}, { ar: async () => (await import('./ar.js')).ar });
