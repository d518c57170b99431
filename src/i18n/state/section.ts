import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the states without data; loaded with the first of them. */
export const stateTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of these texts. */
export type StateMessages = typeof en;
