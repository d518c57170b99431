import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the explanation of a number; loaded with it. */
export const explainTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of these texts. */
export type ExplainMessages = typeof en;
